"""Words by which names, streets and institutions are told from ordinary text."""

from drive.vocabulary.names import full_names

FULL_NAMES = full_names()
"""Each form of a first name with the full name that it stands for."""

FORMS_OF = {
    full: frozenset(form for form, stands in FULL_NAMES.items() if stands == full)
    for full in set(FULL_NAMES.values())
}
"""Each full name with its forms."""

HER_TITLES = frozenset("ms mrs miss mx".split())
OTHER_TITLES = frozenset(
    """
    mr sir lord pc dc ds sgt sergeant inspector constable officer judge dr doctor professor prof
    rev father cllr councillor justice
    """.split()
)
PARTICLES = frozenset(
    """
    van von der den de la le di da do du dos del della ap ab ferch st saint o ni nic ui mac mc al
    el bin bint ibn
    """.split()
)

STREET_TYPES: dict[str, frozenset[str]] = {
    kind: frozenset((kind, *short))
    for kind, *short in (
        line.split()
        for line in """
        street st str
        road rd
        avenue ave av avn
        lane ln la
        close cl clo
        drive dr drv
        court ct crt
        crescent cres cr crs
        terrace terr ter tce trc
        place pl plc
        square sq
        gardens gdns gdn garden gds
        grove gr grv gro
        way wy
        walk wlk wk
        row
        hill
        park pk
        rise
        view vw
        mews mws
        parade pde
        villas vlls villa
        cottages cott cotts cottage
        buildings bldgs bldg building
        green grn gn
        house hse ho
        heights hts
        mount mt
        vale
        wharf
        quay
        heol hl
        stryd str
        ffordd ff
        lon
        clos
        maes
        rhodfa
        teras
        gerddi
        cilgant
        llys
        rhes
        """.strip().splitlines()
    )
}
TYPE_OF = {form: kind for kind, forms in STREET_TYPES.items() for form in forms}
WELSH_TYPES = frozenset(
    "heol stryd ffordd lon clos maes rhodfa teras gerddi cilgant llys rhes".split()
)
"""These stand before the name of a street."""

COMMON_STREETS = frozenset(
    name.strip()
    for name in """
    high street, station road, church road, church street, church lane, main street, main road,
    park road, park street, park avenue, london road, victoria road, victoria street, green
    lane, mill lane, mill road, manor road, queens road, queen street, new road, new street,
    kings road, king street, the avenue, the close, the crescent, the drive, the grove, the
    green, the street, the square, bridge street, bridge road, north street, north road, south
    street, south road, west street, east street, school lane, school road, grange road, york
    road, george street, albert road, albert street, alexandra road, springfield road, windsor
    road, highfield road, market street, market place, market square, chapel street, chapel
    road, chapel lane, castle street, castle road, cross street, broad street, water lane, water
    street, mill street, commercial street, commercial road, union street, oxford road, oxford
    street, cambridge road, clarence road, richmond road, stanley road, woodlands road, grove
    road, orchard road, oak road, elm road, beech road, ash road, cedar road, lime road, poplar
    road, hill road, hill street, garden street, wood lane, wood street, bath road, bristol
    road, newport road, cardiff road, swansea road, cemetery road, hospital road, college road,
    princess street, princes street, duke street, stryd fawr, heol fawr, railway terrace,
    railway street, oak avenue, elm avenue, elm grove, oak close, elm close, beech close, cherry
    tree close, orchard close, meadow close, mill close
    """.replace("\n", " ").split(",")
)
"""Streets that nearly every town has: alone they say nothing of where somebody is."""

GENERIC = {
    "school": frozenset(
        """
    school schools primary junior infant infants academy college nursery preschool sixth form
    secondary comprehensive high grammar ysgol gynradd uwchradd gyfun iau babanod coleg cylch
    meithrin prim pri sec sch acad coll community church catholic
    gymraeg cymraeg welsh wales cymru voluntary aided controlled rc ce c e cof cofe england ysg
    first middle lower upper infants juniors seniors boys girls gaelscoil bunscoil naiscoil scoil
    """.split()
    ),
    "gp": frozenset(
        """
    surgery practice medical centre center health clinic gp doctors group partnership meddygfa
    canolfan iechyd feddygol family med partners ctr cntr surg prac
    """.split()
    ),
    "workplace": frozenset(
        """
    ltd limited plc llp co company stores store shop supermarket express extra superstore cafe
    services uk group sons office branch work works
    """.split()
    ),
    "refuge": frozenset(
        """
    refuge house hse hostel project womens women aid centre center ctr lodge ty lloches
    accommodation home shelter ref ho llety
    """.split()
    ),
}
"""Words of institutions that do not tell one from another."""

SAINTS = ("st", "saint", "sant", "santes", "ss")
SMALL_WORDS = frozenset("the of and at y yr na a an in on for to".split())

WORDLIKE = frozenset(
    """
    will grace mark rose hope faith joy summer dawn eve iris ivy lily poppy daisy ruby amber
    robin bill jack drew sue pat rob frank ray angel star skye sky hazel holly heather jade
    pearl penny olive violet sandy bob nick don dot carol ginger jean mercy honey victor grant
    dean miles max guy rich chuck christian reed mike josh harry peg ted may april june august
    art chase bonny price law young cook day church street hill wood woods green brown white
    black gray grey long short rich king bishop knight carter baker butcher taylor mason potter
    fisher shepherd farmer parker porter page read bell ball field fields moore marsh lake
    rivers brook brooks park parks banks bridge cross ford forest frost snow winter summers
    winters wells west north south east best good goodman lamb bird fox wolf swan hunt hunter
    power little small sharp sweet strong wise wild noble savage love joy child children house
    home hall barn court castle palace temple tower gates steel stone flint rock cliff glass ray
    may mills miller gardner gardener walker rider ridge case hand hands head foot legg heard
    means moody nice pope pride rain rowe sand sands speed spring waters way weeks ward warden
    webb care carr gill joyce chance patience constance prudence harmony melody destiny autumn
    sunny jay
    """.split()
)
"""Names that are words too: small letters make them words."""
MONTHS = frozenset("may april june august".split())

ORDINARY = frozenset(
    """
    a an the and but or nor if when where while who whom whose what which why how this that
    these those he she they we you it i me him her them us his hers their our your my is was are
    were be been has have had do does did can could may might must shall should will would not
    no yes to for from with without about above after before since until by on in at of off over
    under as than then there here today yesterday tomorrow monday tuesday wednesday thursday
    friday saturday sunday january february march april june july august september october
    november december dear hello hi please thank thanks regards sincerely faithfully re ref
    regarding concerning told said says asked rang called phoned met saw moved lives lived
    living stays staying works working attends attended now also both only just new old name
    named contact contacts tel telephone phone email mobile address school surgery refuge victim
    survivor victims client mother father mum dad child son daughter sister brother wife husband
    partner case drive idva marac police probation court according because although however
    meanwhile later earlier again still never always see note right speak soon and's let
    lol okay ok let's cc ms mrs miss mx
    """.split()
)
"""Words that are no surname though a capital letter begins them."""

DIGITS = {
    **dict(
        zip("zero one two three four five six seven eight nine".split(), "0123456789", strict=True)
    ),
    **dict.fromkeys(("oh", "nought", "naught", "nil", "null"), "0"),
}
TEENS = dict(
    zip(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
        range(10, 20),
        strict=True,
    )
)
TENS = dict(
    zip(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),
        range(20, 100, 10),
        strict=True,
    )
) | {"fourty": 40}
WELSH_DIGITS = dict(
    zip("dim un dau tri pedwar pump chwech saith wyth naw".split(), "0123456789", strict=True)
) | {"sero": "0", "dwy": "2", "tair": "3", "pedair": "4", "pum": "5", "chwe": "6"}
REPEATS = {"double": 2, "triple": 3, "treble": 3}
SPOKEN_LETTERS = {
    word: word[0]
    for word in """
    alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar
    papa quebec romeo sierra tango uniform victor whiskey xray yankee zulu alfa juliett whisky
    """.split()
}
BETWEEN_DIGITS = frozenset(
    "dash hyphen space dot point stop then and no number std code local".split()
)
AT, DOT = frozenset(("at", "ar")), frozenset(("dot", "dotcom", "period", "point", "stop"))
