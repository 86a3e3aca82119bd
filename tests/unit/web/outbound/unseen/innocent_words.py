"""The words of the innocent texts: names and places of nobody here, and sentences of every day."""

FORENAMES = (
    "Daniel Robert Harriet Oliver Isobel Wendy Vincent Ursula Edmund Frances Gareth Hilary Ivan "
    "Keith Louise Martin Olga Patrick Rachel Stefan Teresa Umar Victor William Zainab Bronwen "
    "Colm Deiniol Emeka Farah Kwame Magda Tomasz Harpreet"
).split()
SURNAMES = (
    "Ashby Birchall Cottrell Dunmore Eastwick Farrington Gledhill Hargreave Ingram Jessop Kershaw "
    "Lockyer Mottram Naylor Oldroyd Pickersgill Ridsdale Stanworth Tunnicliffe Uttley Vickers "
    "Wadsworth Yardley Ahmadi Banerji Okeke Asante Kaminski Zielinska McKenna Doherty Vaughan"
).split()
# First names in common use, said alone.
COMMON = "Grace Rose May Ann Lee Jo Beth Sarah Mary Megan Nia Priya Kelly Lottie Ceri".split()
STREETS = (
    "Kestrel Way|Albert Road|Victoria Street|Church Lane|Mill Hill|Park Road|Station Approach|"
    "High Street|Orchard Close|Elm Grove|Chestnut Avenue|Queensway|Jubilee Drive|Beech Court|"
    "Ffordd Las|Heol Fawr|Stryd Fawr|Northgate|Windsor Terrace|Rectory Gardens|Cherry Tree Lane|"
    "Nelson Place|Wellington Row|The Green|Sycamore Crescent|Primrose Hill|Manor Drive"
).split("|")
TYPES = "Road Avenue Grange Parade Square Buildings".split()
TOWNS = "Dundee Carlisle Swindon Wrexham Ipswich Luton Barnsley Exeter Stockport Newry".split()
SAINTS = "Oswald Hilda Aidan Dunstan Jude Mark Peter Alban".split()
SCHOOLS = (
    "Kingsmead Primary School|Oaklands Academy|Hillside Junior School|Ysgol Dewi Sant|"
    "Parkview Infant School|The Grange School|Ysgol Gynradd Aberwen|Meadowside Primary School"
).split("|")
SURGERIES = (
    "Riverside Medical Centre|Elm Tree Surgery|Meddygfa Penrhiw|The Limes Practice|"
    "Crossways Health Centre|Northfield Surgery|Priory Road Surgery|Beech House Surgery"
).split("|")
FIRMS = (
    "Meridian Carpets Ltd|Hobson and Sons|Apex Scaffolding|Oakwood Care Group|Swift Taxis|"
    "The Copper Kettle Cafe|Prestige Cleaning Services|Tri-County Haulage"
).split("|")
REFUGES = "Maple House|Orchard House|Beacon House|Falcon Court|Daisy Lodge|Cornflower House".split(
    "|"
)

PLAIN = """
The panel will close the case unless a new report comes by {d}.
Please keep a close eye on the conditions of the licence.
He rose at {t} and left for work, he says.
Concerns rose after the incident of {d}.
The file may be closed on {d}, subject to review.
You may appeal within {n} days.
It may be that the hearing on {d} does not go ahead.
The court gave him {n} days' grace to pay.
There is a period of grace of {n} days in the order.
He was told to park in the public car park, bay {n}.
The incident in the park was logged as no. {n}.
There is a lee of the wall where the camera cannot see.
The price of the travel pass rose to £{n}.40.
The bell rang at {t} and the session ended.
He said that the fox had been at the bins.
The marsh behind the estate floods each winter.
Our ref {r}/{n}; your ref {n}/{r}.
Case number ME{n}C0{n}, listed before District Judge {s} at {t}.
The claim of £{n},250.00 was struck out on {d}.
Order made on {d} under section 42 of the Family Law Act 1996.
Item {n}: the risk was scored {n} out of 24.
Attendance: {n} of 26 sessions; the next is on {d} at {t}.
His benefits of £{n}.85 a week were paid on {d}.
The non-molestation order runs until {d}.
Page {n} of 112. Exhibit {r}/{n} was handed up.
The occurrence number is 42{n}/{n}/24.
Unit {n}, section C: no change since {d}.
The bus no. {n} stops outside; the train leaves at {t}.
He scored {n} on the questionnaire and {n} on the second.
The DRIVE case manager will ring at {t} on {d}.
He pleaded guilty to count {n} and not guilty to count 2.
A fine of £{n} with costs of £85 and a surcharge of £{n}.
The probation office is open from 9:00 to {t}.
The school asked nothing; the surgery sent no record.
The refuge has no vacancy and has said so to the panel.
The primary school in question was not named.
His GP has prescribed {n} mg, to be reviewed on {d}.
The women's refuge service was commissioned until {d}.
The medical centre wrote to the court on {d}.
We do not hold the victim's address, and would not give it.
No details of any other person can be shared with you.
Her address was redacted from page {n} of the bundle.
The telephone number given on page {n} does not work.
Number plates were not visible on the footage of {t}.
He lives alone in a flat and has no car.
He moved from flat {n} to the ground floor in the spring.
His house number is {n}; the street is not to be published.
The doctor's surgery rang him back at {t}.
The housing officer measured the drive: {n} metres.
Temperature {n} degrees, light rain, road wet.
The haven that he found in the church is his own account.
A day centre, a nursery and a care home are on the same road.
The school run is at {t}; the bail condition begins at {t}.
The close of business on {d} is the last date for replies.
Saint Valentine's Day fell on a Friday.
St John Ambulance gave first aid.
Reading the report of {d} took the panel {n} minutes.
Boston, Crewe and Reading have the same pilot.
A new road layout in the town is planned for {d}.
The family practice direction is PD12J, paragraph {n}.
He was stopped by the bridge, near the market, at {t}.
Sort code 60-{n}-13, account 319{n}819.
NHS number 943 476 59{n}; UPRN 1000{n}4471.
National Insurance number QQ {n} 31 56 C.
The invoice INV-{n}-{r} for £{n}.00 is due on {d}.
Vol. {n}, pp. {n}-112, is to be read with tab 4.
We meet in room {n} at {t}; the code of the door is not to be written down.
The swallow, the heron and the curlew were the names of the meeting rooms.
Lavender, juniper and primrose were planted by the group.
The house on the corner was searched; nothing was found.
""".strip().splitlines()
