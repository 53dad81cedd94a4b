"""Given names of many countries, for telling an owner from a heading or a verb.

Plain data, written for this project. A name that is also an English word ("Will",
"Mark") is not here: `people` weighs those with other evidence.
"""

from __future__ import annotations

__all__ = ["GIVEN_NAMES", "is_given_name"]

GIVEN_NAMES = frozenset(
    """
    aaron abdul abdullah abigail adam aditi aditya adrian adriana agnes ahmed aiden aisha ajay akira alan albert
    alejandro aleksandr alessandro alex alexander alexandra alexei alexey alexis alfonso alfred ali alice alicia
    alina alison allison alvin amanda amara amber amelia amina amir amit amy ana anastasia anders andre andrea andreas
    andrei andrew andy angela angelo anil anita anjali ann anna anne annika anthony antoine anton antonio anya arjun
    armando arnold arthur arturo arun asha ashley ashok asif astrid audrey ayesha barbara beatrice ben benedict benjamin
    bernard beth bilal bjorn bob bogdan boris brad bradley brandon brenda brendan brian bruce bruno bryan caleb
    cameron camila carl carla carlos carmen carol carolina caroline catherine cathy cecilia cedric chandra charles
    charlie charlotte chen chidi chloe chris christian christina christine christopher claire clara claudia claudio
    colin connor craig cristina curtis cynthia daisuke damian dan daniel daniela danielle danny dario darren dave david
    deborah deepak deepika denis dennis derek diana diego dieter dimitri dinesh dmitri dmitry dominic don donald
    donna doris douglas duncan dylan eddie edgar eduardo edward edwin eileen elena eleni eli elias elif elisa elizabeth
    ella ellen emeka emil emilia emilio emily emma emmanuel enrique eric erica erik erika ernest esteban esther ethan
    eugene eva evan evelyn fabian fabio farah farid fatima felipe felix fernanda fernando filip fiona florian frances
    francesca francesco francis francisco franz fred frederic frederik gabriel gabriela gareth gary gavin geoff george
    georgia gerald gerard gilbert gina giorgio giovanni giulia glen gloria gonzalo gordon graham greg gregory greta
    guillermo gunter gustav gustavo guy hamza han hannah hans harald haruka haruki harry harvey hasan hassan heather
    hector heidi heinrich helen helena henrik henry herbert hiroshi hugo hussein ian ibrahim ida igor ilya ines ingrid
    irene irina isaac isabel isabella ismail ivan ivana jacob jacques jade jaime jakob jake jakub james jamie jan jana
    jane janet janice jared jasmine jason javier jean jeff jeffrey jennifer jenny jeremy jerome jerry jesse jessica
    jesus jiang jill jim jimmy jin joan joanna joao joaquin joe joel johan johanna johannes john johnny jon jonas
    jonathan jordan jorge jose josef joseph josh joshua juan juana judith judy julia julian juliana julie julien juliet
    julio jun jurgen justin justine kai kamal kamila karen karim karin karl karla karolina kate katarina katherine
    kathleen kathryn kathy katie katja kavita kayla keiko keith kelly ken kenji kenneth kenta kerry kevin khaled khalid
    kim kimberly kiran klaus kofi konrad kris krishna kristen kristian kristina kristin kumar kurt kwame kyle lakshmi
    lars laura lauren laurent lea leah leila lena leo leon leonard leonardo leslie liam lian liang lilian lily lin
    linda lisa liu liz lorenzo louis louise luca lucas lucia luciano lucy luis luisa lukas luke lydia lynn madison
    magdalena mahesh maja manuel manuela marc marcel marcelo marcin marco marcos marcus margaret margarita maria
    mariam marie marina mario marion marius marta martha martin martina mary masato mateo mateusz mathieu mathias
    matt matteo matthew matthias maurice mauricio max maya mehdi mehmet mei meera megan melanie melissa mercy mia
    michael michal michel michelle miguel mikael mike mikhail milan milos min ming mira miriam mohamed mohammad
    mohammed mohan molly monica monika morgan moritz moses muhammad mustafa nadia nadine nancy naomi natalia natalie
    natasha nathan neha neil nelson ngozi nicholas nick nicola nicolas nicole nigel nikhil niklas nikola nikolai nils
    nina nisha noah noor nora norman ola olaf oleg olga oliver olivia olu omar oscar osman otto pablo pamela paolo
    patrice patricia patrick paul paula paulo pavel pedro peggy peter petra phil philip philipp philippe pierre piotr
    prakash pranav prashant priya priyanka quentin rachel radek rafael raj rajesh ralph ramesh ramon raquel rashid ravi
    raymond rebecca regina renata rene ricardo richard rick riku rita robert roberta roberto robin rodrigo roger roland
    roman romain ron ronald rosa rosie ross roy ruben ruth ryan saad sabine sabrina said sakura sally salma sam samir
    samantha samuel sana sandeep sandra sandy sanjay santiago sara sarah sasha satoshi scott sean sebastian selma sergei
    sergey sergio seth shane shannon sharon shaun shawn sheila shin shirley shreya shu siddharth silvia simon simona
    sofia sofie sonia sophia sophie stefan stefania stella stephan stephanie stephen steve steven stuart sunil suresh
    susan susanne suzanne sven sylvia tamar tamara tanja tanya tara tariq tatiana ted teresa terry theo theresa
    thomas tim timothy tina tobias todd tom tomas tomasz tommy toni tony tracy travis trevor tristan tunde tyler
    ulrich uma umar ursula valentin valentina valeria vanessa vera veronica victor victoria vijay vikram viktor
    vincent vinod viola virginia vishal vivek vivian vladimir waleed walter wanda wang warren wei wendy werner
    wilhelm william wojciech wolfgang xavier xiao xin yael yan yara yasmin yasuo yoko yolanda yosef youssef yuan yuki
    yuri yusuf yves yvonne zachary zahra zainab zara zeynep zhang zoe zofia zoltan
    """.split()
)


def is_given_name(word: str) -> bool:
    """Whether *word* is a common given name (any case, accents as written or dropped)."""
    plain = word.strip("'’.,:").lower().removesuffix("'s").removesuffix("’s")
    return plain in GIVEN_NAMES or _without_accents(plain) in GIVEN_NAMES


def _without_accents(word: str) -> str:
    if word.isascii():
        return word
    import unicodedata

    parts = unicodedata.normalize("NFKD", word)
    return "".join(part for part in parts if not unicodedata.combining(part))
