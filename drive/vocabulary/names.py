"""Names as people write them: what stands for no name, and the short forms of first names."""

NOT_NAMES = frozenset(
    """
unknown unk unkown n/k nk none null na n/a nil anon anonymous tbc tba test refused withheld unborn
baby mr mrs miss ms dr male female name forename surname firstname lastname not x xx xxx
""".split()
)
"""What is written where a name is not known."""

_FORMS = """
alexander alex alec sandy xander ; alexandra alexa lexi ; alfred alf alfie fred freddie freddy ;
amanda mandy ; andrew andy drew ; anthony tony ant antony ; barbara barb babs ; benjamin ben
benny ; catherine kate katie kathy cathy cath kath katherine kathryn kat kitty katharine ;
charles charlie chas chuck ; charlotte lottie ; christine chris chrissie tina christina ;
christopher kit topher ; daniel dan danny ; david dave davey davy ; deborah deb debbie debra ;
donald don donnie ; dorothy dot dottie ; edward ed eddie ted teddy ned ; eleanor ellie nell
nellie ; elizabeth liz lizzie beth betty eliza libby elisabeth bess lisbeth ; emily em emmie ;
francis frank frankie ; frances fran franny ; frederick rick ; gareth gaz ; gary gaz garry ;
geoffrey geoff jeff jeffrey ; george georgie ; gerald gerry ; gillian gill jill ; gregory greg ;
harold harry hal ; helen nell ; henry hank ; isabella bella izzy isabel isobel isabelle ;
jacqueline jackie jacqui ; james jim jimmy jamie jem ; janet jan ; jennifer jen jenny jenni ;
jessica jess jessie ; joan joanie ; joanne jo joanna ; john jack johnny jon jonny ; jonathan
nathan ; joseph joe joey ; joshua josh ; judith judy ; kenneth ken kenny ; kevin kev ; kimberley
kim kimberly ; lawrence larry laurie laurence ; leonard len lenny leo ; lesley les leslie ;
lewis lew louis lou louie ; louise lulu ; lucy luce ; madeleine maddie maddy ; malcolm mal ;
margaret maggie meg peggy marge margie madge ; martin marty ; mary molly polly ; matthew matt
matty ; megan meggie ; michael mike mick micky mikey ; michelle shell chelle ; mohammed mohammad
muhammad mohamed mo muhammed ; natalie nat ; nathaniel nate ; nicholas nick nicky nicolas ;
nicola nicki nikki ; oliver ollie olly ; olivia liv livvy ; pamela pam ; patricia pat patsy
trish tricia ; patrick paddy ; peter pete ; philip phil phillip ; philippa pippa ; raymond ray ;
rebecca becky becca bex ; richard dick rich richie ricky ; robert bob rob bobby robbie bert ;
roger rog ; ronald ron ronnie ; samantha sam sammy ; samuel sammie ; sandra sandie ; sarah sara
sally ; sharon shaz ; simon si ; stephen steve stevie steven ; stuart stu stewart ; susan sue
susie suzie suzanne ; terence terry ; teresa theresa tess tessa ; thomas tom tommy ; timothy tim
timmy ; valerie val ; victoria vicky vicki tori ; vincent vince vinny ; walter wally walt ;
william bill billy will willy liam ; yvonne vonnie ; zachary zac zach zack
"""


def full_names() -> dict[str, str]:
    """Return each form with the full name it stands for; a form of two names has its first."""
    found: dict[str, str] = {}
    for group in _FORMS.split(";"):
        full, *short = group.split()
        for form in (full, *short):
            found.setdefault(form, full)
    return found
