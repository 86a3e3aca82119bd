"""Forty-seven people who do not exist, and what must not be known about them.

Telephone numbers are of the ranges that Ofcom keeps for drama; streets and postcodes are invented.
Four lines a person: names, telephones, e-mail and plate; address; school and surgery; work, refuge.
"""

from dataclasses import dataclass

from drive.vocabulary.vault import ProtectedKind as Kind
from drive.web.outbound.rules.scanner import Protected

_TABLE = """
Margaret Thistlewood | Joanna Pemberton | 07700 900123 | jo.pemberton@example.org | KX21 WRF
14 Harrow Close, Maldon, Essex, CM29 0AA
St Brigid's Catholic Primary School | Millbrook Medical Centre
Fenwick & Daughters Bakery | Haven House
Lee Marsh | Ann Lee | 01632 960471 | annlee84@example.com | LE05 ANN
7 Tanyard Row, Hexham, Northumberland, NE78 3QD
Priorsdale First School | Dr Anstey & Partners
Tyne Valley Upholstery Ltd | Rowan Court Women's Refuge
Kelly-Ann Brackenridge | Ann Rose Park | 0113 496 0218 | rose.park@example.org | YD67 ZKP
Flat 3, 82 Clarendon Sidings, Leeds, LS58 4TB
Hollin Bank Academy | Ashgrove Surgery
Kirkgate Flooring Supplies | The Larches
Rebecca Scrivener | Beth Ashdown-Clarke | 07700 900288 | b.ashdown@example.com | WF18 HJT
3 Pippin Orchard Lane, Ledbury, Herefordshire, HR37 2LP
Saint Cuthbert's CofE Junior School | Market House Surgery
Brightwater Dental Care Ltd | Merrow Lodge Refuge
Tracey Whitlock | Grace May Sutton | 0121 496 0735 | gracemsutton@example.org | BX19 GMS
129 Osier Bed Road, Smethwick, West Midlands, B99 7HX
Windmill Rise Infant School | Dr Gopalan's Surgery
Castlegate Care Home | Willow Bank Refuge
Jo Fox | Jo Bell | 07700 900316 | jobell@example.com | MJ11 FOX
22 Quarry Bank, Matlock, Derbyshire, DE86 1JN
Starkholme Primary School | Imperial Rooms Medical Practice
Heights Garden Nursery | Number Nine House
Philippa Greatorex | Pip Hartnell | 020 7946 0582 | pip.hartnell@example.org | LD70 PVH
Apartment 41, Cordwainer Court, 6 Sailmaker Street, London, SE47 8RW
Coopers Lane Primary School | Lamb Walk Health Centre
Southbank Framing Company | Peony House
Deborah Featherstone-Haugh | Debbie Marchbanks | 01632 960884 | debs.m@example.com | NV66 DUB
Rose Cottage, Chapel Gill Lane, Sedbergh, Cumbria, LA47 5YE
Howgill Church of England School | Station Yard Surgery
Dales Wool Merchants | Swallow Barn
Charlotte St John | Lottie Fairweather | 07700 900402 | lottie.f@example.org | WJ14 CSJ
5 Packhorse Mews, Frome, Somerset, BA42 6GU
Selwood Lodge School | Frome Bridge Medical Practice
Fairweather and Sons Saddlery | Bluebell Lodge
Alison Quigley-Moss | Alison Barraclough | 0114 496 0957 | alibarra@example.com | YR63 TBC
61A Grinders Wheel Avenue, Sheffield, S79 2DF
Loxley Brook Junior School | Dr Haddow & Dr Pym
Steel City Optometrists | Cedar House
Siân Llewelyn | Siân Mair Gruffydd | 029 2018 0146 | sian.gruffydd@example.org | CE68 LLW
9 Heol y Dŵr Glas, Aberystwyth, Ceredigion, SY81 9LT
Ysgol Gynradd Llwyn yr Ynys | Meddygfa'r Llan
Caffi Cwtsh y Prom | Hafan Deg
Angharad Rhydderch | Nerys Llwyd-Prosser | 07700 900533 | nerys.llp@example.com | CX09 NWP
Tŷ Newydd, Ffordd Ddwyrain, Dolgellau, Gwynedd, LL92 1RR
Ysgol Bro Eryr | Meddygfa Llwyncelyn
Oriel Mawddach Crafts | Llety'r Wennol
Gwenllïan Tudur | Llinos Bebb | 029 2018 0379 | llinosb@example.org | CN22 LBB
38 Stryd y Felin Uchaf, Pontypridd, Rhondda Cynon Taf, CF87 4SW
Ysgol Gyfun Dyffryn Nant | Taff Meadow Surgery
Lewis Ironmongers & Son | Tŷ Enfys
Ffion Wyn Cadwaladr | Ffion Prydderch | 07700 900611 | ffion.pryd@example.com | CU73 FFP
17 Maes Llygad y Dydd, Llandeilo, Carmarthenshire, SA88 6BQ
Ysgol Teilo Ddu | Tywi Bridge Surgery
Banc y Felin Solicitors LLP | Cwrt Helyg Refuge
Lowri Môn Pugh | Lowri Pryce-Owens | 01632 960253 | lowri_pryce@example.org | CV16 MLP
4 Lôn Pen y Bryn, Criccieth, Gwynedd, LL96 0HA
Ysgol Treferthyr Bach | Meddygfa Eifion Wen
Craig Wen Builders Merchants | Gorwel Newydd
Eluned Gwyndaf | Mêgan Arwel | 07700 900694 | megan.arwel@example.org | CA58 GEU
26 Brynteg Rise, Mold, Flintshire, CH89 7KP
Ysgol Maes y Ddraig | Bromfield Gate Surgery
Alyn Print Works | Y Winllan House
Nia Bowen | Catrin ap Dafydd | 0117 496 0840 | catrin.ap@example.com | WX65 NBB
Flat 12A, Bosun's Wharf, Bristol, BS92 5TZ
Portwall Lane Primary School | Dr Trevanion's Surgery
Harbour Lights Chandlery | Lavender House
Ceridwen Ynyr-Hughes | Ceri Hâf Bevan | 07700 900705 | cerihaf@example.org | CK20 YHB
51 Glanrafon Terrace, Machynlleth, Powys, SY83 8PE
Ysgol Glan Dyfi Uchaf | Meddygfa Dyfi Newydd
Corris Slate Gifts | Hafod y Gog
Priyanka Chatterjee | Priya Sengupta | 0116 496 0062 | priya.sengupta@example.com | FY17 PCH
200 Mowbray Tannery Road, Leicester, LE88 3WN
Spinney Vale Primary School | Dr Raghunathan's Surgery
Golden Thread Sari Centre | Asha House (Asian Women's Refuge)
Shabnam Akhtar Hussain | Saira Qureshi | 07700 900777 | s.qureshi@example.org | MA69 SQH
48 Undercliffe Mill Street, Bradford, BD79 9GS
Lister Fold Primary Academy | Manor Row Medical Centre
Noor Bridal Boutique | Anchal House
Gurpreet Kaur Dhaliwal | Simran Kaur Bhogal | 020 7946 0613 | simran.bhogal@example.com | LK72 GKD
115 Gurnell Fields Crescent, Southall, Middlesex, UB85 2XE
Havelock Green Junior School | The Broadway Practice
Punjab Sweet Centre Ltd | Kirpa House
Nasreen Begum | Ruksana Chowdhury | 0161 496 0428 | ruksana.c@example.org | PN15 RUK
33 Hattersmith Place, Oldham, OL78 6DJ
Glodwick Moor Primary School | Werneth Park Surgery
Oldham Road Pharmacy | Sahara Refuge
Lakshmi Venkataraman | Meera Subramaniam | 07700 900839 | meeras@example.com | RK08 LVM
Flat 5, 19 Abbots Kiln Gardens, Reading, RG79 1UF
Kennet Reach Primary School | Dr Oyelaran & Partners
Thames Side Software Ltd | Magnolia House
Amina Yusuf Patel | Dr Amina Merchant | 0151 496 0391 | amina.merchant@example.org | DG62 AYP
77 Sandstone Delph Drive, Liverpool, L87 4LN
Our Lady of Walsingham RC Primary School | Rice Lane Family Practice
Mersey Eye Hospital | Dovecote Lodge
Małgorzata Wójcik | Gosia Jabłońska | 07700 900846 | gosia.j@example.com | EY64 MWG
8 Brickfield Sluice Road, Boston, Lincolnshire, PE88 7TU
Haven Bank Primary School | Stuart House Surgery
Fenland Salads Packhouse | The Poplars Refuge
Agnieszka Szczepańska | Aga Kowalczyk | 01632 960319 | aga.kowalczyk@example.org | VN13 SZC
54 Throstle Nest Square, Crewe, Cheshire, CW48 2HB
St Werburgh's Catholic Primary School | Delamere Walk Medical Centre
Railway Cottage Cafe | Juniper House
Katarzyna Brzęczyk | Kasia Nowicka | 0131 496 0175 | kasia.nowicka@example.com | SK71 KBR
Flat 2/1, 90 Candlemaker Wynd, Edinburgh, EH88 9NQ
St Ninian's RC Primary School | Leith Sands Surgery
Firth Linen Hire Ltd | Skye House
Bożena Grzybowska | Beata Lewandowska-Reid | 07700 900052 | beata.lr@example.org | ST10 BZG
27 Saltpan Vennel, Ayr, KA48 3WY
Heathfield Shore Primary School | Dr McQuarrie's Surgery
Carrick Coaches | Burnside Women's Aid
Zofia Mróz | Zosia Wiśniewska | 0141 496 0666 | zosia.w@example.com | SG23 ZMR
104 Gallowflat Gate, Glasgow, G91 5AP
Our Lady of Consolation Primary School | Dalmarnock Cross Health Centre
Barrowland Tailoring | Thistle House
Olúwaṣeun Adébáyọ̀ | Tolu Babatunde | 07700 900954 | tolu.b@example.org | GX66 TOB
66 Plumstead Ropery Way, London, SE49 1YD
Gallions Reach Primary School | Dr Fitzallan's Surgery
Mount Zion Nursery | Amber Court Refuge
Chidinma Okwuosa | Adaeze Nwachukwu | 020 7946 0899 | adaeze.n@example.com | LB18 CDK
12 Lambourne Weir Road, Enfield, Middlesex, EN39 6LQ
Bullsmoor Brook Academy | Carterhatch Green Surgery
Ponders Yard Logistics | Ivy House
Abena Owusu-Ansah | Akosua Boateng | 07700 900971 | akosua.boateng@example.org | OV61 ABN
31 Juniper Hatch, Basingstoke, Hampshire, RG76 4EA
Chineham Copse Junior School | Bramblys Hill Surgery
Loddon Vale Hospice | Primrose House
Fatoumata Diallo | Mariama Konaté | 0118 496 0733 | mkonate@example.com | OU12 FTD
88 Tilehurst Kiln Road, Reading, RG78 9BX
English Martyrs' Catholic Primary School | Western Elms Medical Centre
Caversham Laundry Company | Acacia House
Ngozi Eze | Ifeoma Obi | 07700 900018 | ify.obi@example.org | EF15 OBI
2 Dockwray Yard, North Shields, NE79 6UJ
Percy Knott Primary School | Collingwood Row Surgery
Fish Quay Smokehouse | Tern House
Efua Mensah | Esi Quartey | 0191 498 0524 | esi.quartey@example.com | NL59 ESQ
Flat 8, Pandon Reach, Gateshead, NE77 1BL
Saltwell Vale Primary School | Dr Birtwhistle's Surgery
Team Valley Ceramics | Cygnet House
Siobhán O'Sullivan | Aoife Ní Dhonnchadha | 028 9649 6207 | aoife.nid@example.org | OIG 7714
40 Ballyhackett Brae, Belfast, BT98 2SJ
St Colmcille's Primary School | Dr Magennis & Partners
Lagan Stationers | Lir House
Bríd McGillycuddy | Bridget O'Shaughnessy | 07700 900185 | bridie.oshea@example.com | HX24 BMG
16 Weavers' Garth, London, NW38 4PH
St Eugene de Mazenod Primary School | Brondesbury Medical Centre
O'Hanlon's Removals | Shamrock House
Caoimhe Mac Giolla | Keeva D'Arcy-Burke | 028 9649 6534 | keeva.db@example.org | UJZ 3380
73 Drumnavaddy Park, Omagh, County Tyrone, BT96 7NW
Gaelscoil na gCloch | Strule Bridge Surgery
Sperrin Bakery Ltd | Carraig House
Orlaith O'Brien | Órla Fitzmaurice | 0151 496 0808 | orla.fitz@example.com | PL04 OBR
119 Stanley Gutter Road, Bootle, Merseyside, L89 0EH
St Winefride's RC Infant School | Knowsley Row Surgery
Seaforth Freight Forwarders | Kittiwake House
Niamh Ó Cuinneagáin | Neave Cunningham-Daly | 07700 900227 | neavecd@example.org | MV67 NOC
25 Shudehill Passage, Manchester, M89 6ZR
St Chrysostom's CofE Primary School | Ancoats Lock Medical Practice
Cottonopolis Interiors Ltd | Beehive Refuge
Sarah Lindqvist | Sarah Penhaligon née Lindqvist | 01632 960690 | spenha@example.org | WK17 SLQ
1 Trelawney Slip, Penryn, Cornwall, TR38 8GJ
St Gluvias Bridge School | Dr Nancarrow's Surgery
Falmouth Sailcloth Company | Gannet House
Thi Mai Nguyen | Mai Tran | 07700 900362 | maitran@example.org | AO09 TMN
35 Chantry Malt Lane, Norwich, NR79 3FT
Wensum Bend Junior School | Dr Cattermole's Surgery
Lotus Nails & Beauty | Heron House
Li Na Zhou | Lina Zhou-Baxter | 0115 496 0119 | lina.zb@example.com | FP20 LNZ
58 Framework Knitters Row, Nottingham, NG89 7DA
Radford Bridge Academy | Canning Circle Surgery
Lace Market Tea Rooms | Lark House
Mary-Jane D'Souza | Janey Fernandes | 020 7946 0347 | janey.f@example.org | GN68 MJD
Flat 27, Halcyon Point, 10 Woolmongers Wharf, London, E38 5QG
St Thekla's Catholic Primary School | Limehouse Cut Practice
Poplar Bookkeeping Services | Nightingale Refuge
Yasmin El-Sayed | Jasmine Carter | 07700 900590 | jasmine.carter@example.com | EA14 YLS
46 Priory Haven Drive, Worthing, West Sussex, BN77 2VR
Broadwater Mill School | Strand Parade Surgery
Downland Veterinary Group | Samphire House
Elif Y\u0131ld\u0131r\u0131m | Elif Demir-Cole | 0117 496 0203 | elif.demir@example.org | AE70 YIL
93 Coxswain Steps, Bristol, BS97 8XA
Hotwells Quay Primary School | Dr Ingleby & Partners
Bosphorus Kitchen Ltd | Curlew House
Svetlana Kuznetsova | Lana Keble | 07700 900648 | lana.keble@example.com | GU65 SVK
18 Kingsholm Ostlers Walk, Gloucester, GL88 1ND
Tredworth Fields Junior School | Heathville Lane Surgery
Severnside Glass Works | Oakdene Refuge
""".strip()


@dataclass(frozen=True)
class Person:
    """One synthetic victim-survivor: her protected strings, by kind."""

    number: int
    strings: dict[Kind, str]

    def protected(self) -> list[Protected]:
        return [Protected(kind, text) for kind, text in self.strings.items()]

    def town(self) -> str:
        return address_parts(self.strings[Kind.ADDRESS])[1]


def address_parts(address: str) -> tuple[list[str], str, list[str], str]:
    """Return the parts up to the street, the town, what follows it, and the postcode."""
    *parts, postcode = address.split(", ")
    counties = {
        "Essex", "Northumberland", "Herefordshire", "West Midlands", "Derbyshire", "Cumbria",
        "Somerset", "Ceredigion", "Gwynedd", "Rhondda Cynon Taf", "Carmarthenshire", "Flintshire",
        "Powys", "Middlesex", "Lincolnshire", "Cheshire", "Hampshire", "County Tyrone",
        "Merseyside", "Cornwall", "West Sussex",
    }  # fmt: skip
    after = [parts.pop()] if parts[-1] in counties else []
    town = parts.pop()
    return parts, town, after, postcode


def _person(number: int, lines: list[str]) -> Person:
    names, address, places, others = ([part.strip() for part in x.split(" | ")] for x in lines)
    name, new, telephone, email, plate = names
    school, surgery = places
    work, refuge = others
    return Person(
        number,
        {
            Kind.NAME: name,
            Kind.NEW_NAME: new,
            Kind.ADDRESS: address[0],
            Kind.POSTCODE: address_parts(address[0])[3],
            Kind.TELEPHONE: telephone,
            Kind.EMAIL: email,
            Kind.SCHOOL: school,
            Kind.GP: surgery,
            Kind.WORKPLACE: work,
            Kind.REFUGE: refuge,
            Kind.PLATE: plate,
        },
    )


def people() -> list[Person]:
    lines = _TABLE.splitlines()
    return [_person(n // 4 + 1, lines[n : n + 4]) for n in range(0, len(lines), 4)]
