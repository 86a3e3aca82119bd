"""Names to draw from, by community and sex; forenames stand from the oldest to the newest.

They are common names, put together for this purpose: none is taken from a real record. The
endings and beginnings make the long tail of rare names that every register has.
"""

from __future__ import annotations

COMMUNITIES = ("british", "welsh", "south_asian", "eastern_european", "african")
COMMUNITY_SHARES = (0.76, 0.07, 0.08, 0.05, 0.04)

WOMEN = {
    "british": (
        "Doris Edna Joan Joyce Sheila Brenda Maureen Pauline Jean Patricia Margaret Barbara "
        "Christine Janet Carol Linda Susan Sandra Gillian Jacqueline Denise Elaine Lynn Beverley "
        "Deborah Julie Karen Alison Tracey Sharon Jane Helen Caroline Angela Wendy Dawn Mandy "
        "Michelle Joanne Lisa Nicola Sarah Claire Samantha Tina Paula Rachel Catherine Emma "
        "Louise Kelly Donna Victoria Rebecca Melanie Leanne Hayley Gemma Katherine Natalie Laura "
        "Stacey Jennifer Charlotte Kirsty Danielle Amy Kerry Hannah Zoe Jodie Lauren Jessica "
        "Stephanie Rosie Abigail Kayleigh Sophie Chloe Bethany Jade Megan Lucy Paige Shannon "
        "Courtney Georgia Olivia Ellie Molly Caitlin Leah Emily Grace Holly Amelia Ruby Poppy "
        "Evie Freya Lily Isla Daisy Ava Florence Elsie Willow"
    ),
    "welsh": (
        "Gwyneth Eirlys Mair Eluned Glenys Menna Delyth Eirian Sian Rhian Bethan Nerys Lowri "
        "Catrin Angharad Rhiannon Carys Ffion Nia Cerys Seren Megan Mali Efa Cadi"
    ),
    "south_asian": (
        "Parveen Surinder Kamla Nasreen Shamim Kulwinder Rukhsana Meena Anita Shazia Farzana "
        "Manjit Sunita Samina Rehana Nazia Harpreet Priya Saima Fatima Sana Aisha Zainab Ayesha "
        "Maryam Simran Anaya Khadija Amina Inaya"
    ),
    "eastern_european": (
        "Halina Krystyna Elena Jolanta Danuta Beata Renata Dorota Agnieszka Monika Anna Ewa "
        "Katarzyna Ioana Mihaela Joanna Magdalena Oksana Marta Karolina Natalia Andreea Julia "
        "Zuzanna Maja Lena"
    ),
    "african": (
        "Comfort Beatrice Patience Florence Esther Mercy Joyce Abena Folake Ngozi Chioma Fatou "
        "Hodan Amina Blessing Grace Amara Funmi Precious Adaeze Hawa Zainab Temi Destiny Imani"
    ),
}
MEN = {
    "british": (
        "Stanley Norman Ronald Kenneth Leslie Roy Derek Dennis Raymond Brian Terence Alan Keith "
        "Malcolm Barry Graham Roger Trevor Peter John Michael David Anthony Robert Stephen Colin "
        "Philip Nigel Ian Kevin Paul Mark Andrew Gary Martin Simon Neil Wayne Shaun Jason Darren "
        "Lee Dean Stuart Craig Richard Christopher Matthew Carl Jamie Adam Scott Daniel Gavin "
        "Steven Ben Thomas James Jonathan Ross Kieran Luke Karl Ashley Ryan Joshua Nathan Liam "
        "Aaron Samuel Kyle Joseph Alexander Jordan Connor Bradley Callum Jack Reece Lewis Jake "
        "Kane Brandon Charlie Harry Oliver George Tyler Cameron William Mason Alfie Ethan Jayden "
        "Logan Harvey Archie Riley Leo Noah Freddie Theo Oscar Albie"
    ),
    "welsh": (
        "Emlyn Idris Gwilym Elwyn Hywel Alun Dewi Gareth Huw Geraint Rhys Dylan Owain Gethin Ieuan "
        "Aled Rhodri Iwan Gruffydd Osian Macsen Ioan Jac Harri Tomos"
    ),
    "south_asian": (
        "Mohan Gurdev Abdul Mohammed Balbir Rajesh Tariq Javed Nadeem Sanjay Imran Jaswinder "
        "Asif Shahid Kamran Amir Faisal Harjit Adeel Usman Vikram Bilal Hamza Zubair Arjun Omar "
        "Ibrahim Yusuf Zain Rayyan"
    ),
    "eastern_european": (
        "Zbigniew Jerzy Vasile Andrzej Krzysztof Gheorghe Dariusz Piotr Marek Ion Tomasz Pawel "
        "Marcin Adrian Bogdan Mihai Lukasz Andrei Michal Kamil Mateusz Dawid Stefan Jakub Oskar "
        "Filip"
    ),
    "african": (
        "Kwame Samuel Emmanuel Joseph Abdi Kofi Ibrahim Chidi Emeka Daniel Tunde Mohamed Olu "
        "Moses Ahmed Femi Kwabena Tobi Musa Isaac David Malik Elijah Ayo Zion"
    ),
}
RARE_STARTS = {
    "woman": "Bri Cay De Ja Kei La Mar Ni Ro Sha Tay Ty",
    "man": "Bray Cor Da De Jer Kel Le Mal Ray Ter Ty Zan",
}
RARE_ENDS = {
    "woman": "anne bella die elle isha leigh lene linda na rah",
    "man": "den don ian lan len lon mond rell ron vin",
}
SURNAMES = {
    "british": (
        "Smith Taylor Brown Wilson Johnson Wright Walker White Green Hall Wood Harris Martin "
        "Jackson Clarke Clark Turner Hill Cooper Moore Ward Baker King Harrison Lee Allen Scott "
        "Young Bell Mitchell Cook Carter Parker Bennett Shaw Marshall Collins Richardson Webb "
        "Murphy Kelly Cox Simpson Chapman Barnes Knight Mason Palmer Holmes Mills Rogers Gibson "
        "Hunt Fisher Matthews Dixon Pearson Graham Fletcher Andrews Butler Barker Stevens Stone "
        "Saunders Lowe Reynolds Fox Pearce Brooks West Cole Gray Dean Perry Hart Lawrence Burton "
        "Walsh Fuller Newman Sutton Spencer Watts Gardner Payne Carr Nicholson Bird Francis Jordan "
        "Day Osborne Field Lambert Norris Hawkins Bishop Reeves Doyle Sharp Barrett Bond Page Coles"
    ),
    "welsh": (
        "Jones Williams Davies Evans Thomas Roberts Lewis Hughes Edwards Morgan Griffiths Rees "
        "Price Lloyd Jenkins Owen James Powell Phillips Harries Bowen Parry Pritchard Howells "
        "Vaughan Bevan Gwynne Llewellyn Probert Beddoe"
    ),
    "south_asian": (
        "Khan Patel Singh Ahmed Hussain Ali Begum Kaur Akhtar Shah Mahmood Malik Iqbal Rahman Bibi "
        "Sharma Mistry Chowdhury Miah Uddin Gill Sandhu Dhillon Mirza Chaudhry Banerjee Qureshi "
        "Raja Zaman Sahota"
    ),
    "eastern_european": (
        "Nowak Kowalski Popescu Wisniewski Popa Ionescu Kaminski Lewandowski Zielinski Dumitru "
        "Wojcik Stan Kowalczyk Radu Mazur Krawczyk Petrov Ivanov Dobrescu Toth Novak Horvath "
        "Kazlauskas Marin Rusu"
    ),
    "african": (
        "Mensah Okafor Mohamed Osei Adeyemi Ali Hassan Owusu Okoro Abdi Boateng Balogun Musa "
        "Addo Eze Farah Nkosi Moyo Kamara Bello Obi Diallo Warsame Appiah Ncube"
    ),
}
SURNAME_STARTS = (
    "Ald Ash Bar Beck Birk Black Bland Brad Brom Burn Cal Chad Clay Cop Cran Dal Den Dray East "
    "Eld Fair Farn Gar Green Had Hal Hazel Hey Hol Hors Kel Lang Lin Mar Mel Nether New Nor Oak "
    "Old Pen Rad Red Rush Shel Stan Thorn Wal Wen Whit Win"
)
SURNAME_ENDS = (
    "bourne by combe cott croft dale den field ford gate grave ham hurst land ley low man mere "
    "ridge shaw stead stock ton wade ward well wick wood worth"
)

NICKNAMES = {
    "Abigail": "Abi Abbie Gail",
    "Alexander": "Alex Al Xander",
    "Andrew": "Andy Drew",
    "Anthony": "Tony Ant",
    "Benjamin": "Ben",
    "Bethany": "Beth",
    "Bradley": "Brad",
    "Caroline": "Carrie Caz",
    "Catherine": "Cath Cathy Kate",
    "Charlotte": "Charlie Lottie",
    "Christine": "Chris Chrissie",
    "Christopher": "Chris Kit",
    "Daniel": "Dan Danny",
    "Danielle": "Dani",
    "David": "Dave Davey",
    "Deborah": "Debbie Debs",
    "Dennis": "Den",
    "Elaine": "Lainey",
    "Emily": "Em Emmie",
    "Gareth": "Gaz Gary",
    "Gillian": "Gill Jill",
    "Gurdev": "Dev",
    "Jacqueline": "Jackie Jacqui",
    "James": "Jim Jamie",
    "Jennifer": "Jen Jenny",
    "Jessica": "Jess",
    "Joanne": "Jo",
    "John": "Jack Johnny",
    "Jonathan": "Jon Jonny",
    "Joseph": "Joe",
    "Joshua": "Josh",
    "Karen": "Kaz",
    "Katarzyna": "Kasia",
    "Katherine": "Kate Kathy Kat",
    "Kayleigh": "Kay",
    "Kenneth": "Ken",
    "Krzysztof": "Kris Chris",
    "Magdalena": "Magda",
    "Malgorzata": "Gosia",
    "Margaret": "Maggie Peggy",
    "Matthew": "Matt",
    "Melanie": "Mel",
    "Michael": "Mike Mick Micky",
    "Michelle": "Shell Chelle",
    "Mohammed": "Mo",
    "Natalie": "Nat",
    "Nathan": "Nate",
    "Nicola": "Nicky Nic",
    "Oliver": "Ollie",
    "Pamela": "Pam",
    "Patricia": "Pat Trish Tricia",
    "Philip": "Phil",
    "Rebecca": "Becky Bex",
    "Rhiannon": "Rhi",
    "Richard": "Rich Rick Dick",
    "Robert": "Rob Bob Bobby",
    "Ronald": "Ron",
    "Samantha": "Sam Sammy",
    "Samuel": "Sam",
    "Sandra": "Sandy",
    "Stephanie": "Steph",
    "Stephen": "Steve Ste",
    "Steven": "Steve Ste",
    "Stuart": "Stu",
    "Susan": "Sue Susie",
    "Terence": "Terry",
    "Thomas": "Tom Tommy",
    "Tomasz": "Tomek Tom",
    "Trevor": "Trev",
    "Victoria": "Vicky Tori",
    "William": "Will Bill Billy",
    "Zuzanna": "Zuza",
}
