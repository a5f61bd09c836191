"""First names that belong to one gender in French, Spanish, Italian, German, Portuguese, Dutch and English.

Names that one of these languages gives to men and another (or the same) to women are left out or listed
as shared: Camille, Dominique, Claude; Andrea, Simone, Nicola, Gabriele; Jean, Joan, Jan. A form with an
accent is looked up as it stands first, then without accents: Danièle is a woman, Daniele can be a man.
"""

from __future__ import annotations

from functools import cache, lru_cache

from mtcheck.lang.accents import without_accents

_FEMININE = """
abigail adelaide adele adeline adjoua adriana adrienne affoue agata agathe agnes agnese agnieszka ahlam aicha aida
aimee aina ainhoa aisha aissatou akissi alba alberta alejandra aleksandra alessandra alessia alexandra alexandrine
alexia alice alicia alida alina aline alison alizee allison alma almudena amaia amalia amanda amandine amara amel
amelia amelie amina aminata aminatou amparo amy ana anabel anais anastasia anastasiia angela angele angelica angelika
angelina angelique anita anja anke anna annabelle annaig annalena annalisa anne anneke anneliese annette annick annie
annika anouck anouk antje antoinette antonella antonia apolline araceli ariane arianna arlette assetou assia assunta
astou astri astrid asuncion aude audrey augustine aurelia aurelie aurora aurore awa ayse azilis aziliz azucena barbara
beate beatrice beatrix beatriz begona belen benedetta benedicte benedita berenice bernadette berthe bettina betty
bianca bibiana binta bintou birgit blanca blanche blandine bleuenn brenda brigitta brigitte britta bronwyn bruna
capucine carine carla carlotta carmela carmen carole carolina caroline cassandra catalina catarina caterina catherine
cathy cecile cecilia celia celina celine chaimae chantal charlene charlotte chiara chloe christa christel christelle
christiane christina christine cindy claire clara clarisse claudia claudine clelia clemence clementine clotilde colette
concepcion concetta constance constanza consuelo coralie corinna corinne cornelia coumba cristiana cristina cynthia
dagmar dalila daniela danielle danièle daphne debbie debora deborah delphine denise desiree diana diane dina djamila
djeneba dolores domenica donatella donna dora doris dorothea dorothee dounia edith edurne edwige eileen elaine elena
eleonora eleonore eliana eliane elisa elisabeth elisabetta elise elizabeth elke ella ellen eloane elodia elodie eloise
elsa elvira emanuela emilia emilie emily emma emmanuelle encarnacion enora erica erika ernestine esperanza estefania
estelle ester esther eugenia eugenie eulalia eva evelina eveline evelyne ewa fabienne fabiola fadila fanny farida
fatiha fatima fatimata fatou fatoumata federica felicia felicie felicite fernanda fernande filomena fiona flavia flora
florence floriane fosca franca francesca francine francisca francoise franziska frederika frederique freja freya frieda
gabriela gabriella gabrielle gaelle gemma genevieve georgette georgina geraldine gertrud gertrude ghislaine ghizlane
gillian gina ginette giorgia giovanna gisela gisele giulia giuliana giuseppina gladys glenda gloria goulwena graziella
greta gretchen guadalupe gudrun guillemette gwenaelle gwendoline gwenola hadja hafida halima halimatou hanane hanna
hannah hanneke hannelore harriet hasna hayat heather hedwig heidi heike helen helena helene helga henrietta henriette
hermine hilda hildegard hillary honorine hortense houria ida ikram ilaria ilda ilona ilse imane imke immacolata ines
inge ingeborg ingrid ingvild inmaculada iracema irati irene irina iris irma isabel isabella isabelle isaura isolde
itziar ivana ivonne jacinta jacqueline jana jane janet janice janine janneke jeanne jeannette jeannine jelena jennifer
jenny jessica jill jimena joana joanna joanne jocelyne joelle johanna josefa josefina josephe josephine josette josiane
joyce juana judith julia juliana julie juliette jussara jutta kadiatou kahina karen karima karin karina karine karoline
katarina katarzyna kate katell katharina katherine kathleen kathrin kathy katia katja katrin kerstin khadija khady
kirsten klara klervi kristina laetitia laia lara larissa latifa laura laure laureen laurette lavinia layla lea leila
leire lenaig leonie leonor leonora leticia letizia lidia liesbeth lieselotte ligia lila liliana liliane lilou lina
linda lisa lisbeth lise livia lola lolita loredana lorena lorenza lorraine lotte louisa louise louna lourdes luana
lucia luciana lucie lucienne lucile lucille lucinda lucrezia ludivine ludmila ludovica luisa luise luz lydia lydie
lynda lynn mabel madeleine madeline maelie maelle maelys maeva mafalda magali magda magdalena maike maimouna maite
maiwenn malgorzata malika malin manon manuela mara marcela marceline marcella margaret margareta margarete margarida
margarita margaux margherita margit margot margriet marguerite maria mariam mariama mariana mariangela marianna
marianne maribel marie marieke mariel marielle marietta marija marilena marilia marilou marilyn marina marine marisa
mariska marisol marit marivonne marjolaine marjolein marjorie marlene marlies marta martha martina martine maruja mary
maryam maryline maryse maryvonne mathilde matilda matilde maud maude maura maureen mbarka mechthild megan melanie
melina melinda melissa mercedes meriem meritxell meryem michaela michelina micheline michelle michèle mila milena
milica mina minna mireia mireille miren miriam mirjam moira monica monika monique montserrat morgane muriel myriam
myrtille nabila nacera nadege nadia nadine nadja nadjet nafissatou naima najat nancy naomi nara nassima natacha natalia
natalie natasha nathalie nawal ndeye nekane nelly nerea ngozi nicole nicoletta nicolette nieke nieves nina ninon noelia
noelle noemi noemie nolwen nolwenn nora norma nunzia nuria oceane octavia odette odile oksana olena olga olimpia olivia
olympe ophelie oriane ornella orsola oumou oumy palmira paloma pamela paola pascale patricia patrizia paula paulette
paulina pauline peggy penelope perrine petra philippa philippine philomene pia piedad pierrette pilar priscilla
purificacion rachel rachele rachida rafaela raffaella rahmatou raimunda raissa ramatoulaye ramona rania raphaelle
raquel rebecca regina regine regula renata renate renee rita riwanon roberta rocio rokhaya rokia romane romina romy
rosa rosalba rosalia rosalie rosalind rosamund rosana rosangela rosanna rosaria rosario rose rosella roselyne rosemarie
rosemary roser rosina rosine roswitha roxane rozenn ruth sabina sabine sabrina safia salima salma salome samantha samia
samira sandra sandrine sara sarah saskia segolene selma serafina serena servane severine sharon sheila shirley sibylle
sidonie sigrid sihem silje silke silvana silvia silvie simona simonetta siobhan sofia soizic sokhna solange soledad
solene solenn solveig sonia sonja sophia sophie soraya souad soukaina soumaya stefania stefanie stella stephanie
sterenn susan susana susann susanna susanne suzanne suzette svenja svetlana svitlana sylvaine sylvia sylviane sylvie
tais tamara tania tanja tatiana teodora teresa terezinha tess thais thea thelma theresa therese tifenn tilda tina
tiziana trinidad trudy typhaine ulrike ursula ute valentina valentine valeria valerie vanessa vera veronica veronika
veronique vicenta victoire victoria vilma vincenza viola violaine violeta violetta violette virginie vittoria viviana
viviane wafa waltraud wanda wendy wilhelmina wilma winifred xenia yamina yasmina yasmine yolanda yolande yulia yuna
yvette yvonne zahra zaira zara zelia zelie zineb zita zoe zofia zohra zora zoraida zulma
"""
_MASCULINE = """
aaron abdallah abdel abdelaziz abdelkader abdellah abdou abdoulaye abdul abel aboubacar abraham achille achim achraf
adalberto adam adolf adolfo adolphe adrian adriano adrien afonso agostino agustin ahmad ahmed aitor alain alan alassane
alban albert alberto albrecht aldo alejandro aleksandar alessandro alessio alexander alexandre alexandros alfonso
alfred alfredo ali alistair alois alphonse alvaro amadeo amadou ambroise amedeo amine anatole ander anders andre
andreas andres andrew andrzej angelo angus anibal anselmo anthony antoine anton antonin antonio antonius aristide arjen
armand armando armel armin arnaldo arnau arnaud arnold arthur arturo arvid asier aubin august auguste augustin augusto
aurelien aurelio axel aymeric ayoub aziz babacar bakary baltasar baptiste barnabe barry bart bartolome bartolomeo
basile bastiaan bastian bastien baudouin beltran ben benedikt benito benjamin benoit beppe bernard bernardo bernd
bernhard bert bertrand bilal bill billy bjorn bob boris borja boubacar boudewijn brad brahim brendan briac brian brice
brieuc bruce bruno burkhard caio calogero carl carles carlo carlos carsten casimir caspar cayetano cedric celestin
celso cesar cesare charles charly cheikh christian christof christoph christophe christopher cipriano ciro claudio
claus clemens clement clive colin conrad constant corentin cornelis cosimo craig cristiano cristobal cyprien cyril
cyrille damian damiano damien dan daniel danilo dario darren dave davi david davide demba denis dennis derek detlef
dick didier diego dieter dieudonne dimitri dino dirk djamel dmitri domenico domingo dominik donald donato douglas driss
drissa duarte duncan dylan eberhard eckhard eddy edgar edgardo edmond edmondo edmund edoardo edouard eduard eduardo
edward edwin efflam egon eitan elias elio eloi emanuel emanuele emil emile emiliano emilien emilio emmanuel eneko
enrico enrique enzo eric erich erik erling ermanno ernest ernesto ernst erwan erwin esteban etienne ettore eugen eugene
eugenio eusebio evan evaristo ewan ewen fabian fabiano fabien fabio fabrice fabricio fabrizio faouzi farid faustino
fausto federico felipe felix ferdinand ferdinando fermin fernand fernando ferran filip filippo flavien flavio florent
florentin florian florin floris fode fouad francesco francisco franck franco francois frank franz fred freddy frederic
frederico frederik friedrich frits fritz fulgence gabin gabriel gael gaetan gaetano gareth gary gaspard gaston gauthier
gautier gavin genaro gennaro geoffrey geoffroy georg george georges gerald gerard gerardo gerd gerhard gerrit gerson
gheorghe ghislain giacomo giampiero gian gianfranco gianluca gianluigi gianni gilbert gilberto gildas gilles gino
giorgio giovanni giuliano giulio giuseppe goncalo gonzague gonzalo gordon gorka goulven graham greg gregoire gregor
gregorio gregory guglielmo guido guilherme guillaume guillem guillermo gunnar gunter gunther gurvan gustav gustave
gustavo guus guy gweltaz gwendal hakim hamid hamidou hamza hannes hans harald harold harouna harry hassan hector heiko
heiner heinrich heinz helder helmut hendrik henri henrik henrique henry herbert hermann hernan herve hicham hilario
hipolito holger honore horacio horst howard hubert hugh hugo hugues humberto hussein ian ibai ibrahim ibrahima idir
idriss idrissa ignacio ignazio igor iker inaki ingo inigo isaac isidro ismael ismail istvan ivan ivo jaap jacinto jack
jacob jacopo jacques jaime jairo jakob jakub jalil jamal jamel james jared jason jasper jaume javier jeffrey jens
jeremie jeremy jeroen jerome jeronimo jesus jim jimmy joachim joao joaquim joaquin joe joel joerg johan johann johannes
john johnny jon jonas jonathan joost jordi jorg jorge jos jose josef joseph joshua jost josue juan judicael jules
julian julien julio julius jurgen justin kamel karim karl karsten kaspar keith ken kenneth kepa kevin khaled khalil
kilian killian klaas klaus koen koffi kofi koldo konrad konstantin kouadio kouame krzysztof kurt kwame kylian lakhdar
lambert lamine larbi lars lassana laszlo laurens laurent laurenz lautaro lazare leandre leandro len leo leon leonard
leonardo leonel leopold leopoldo lieven lionel lluis loic lorenz lorenzo lotfi lothar louis lounes luc luca lucas
luciano lucien ludovic ludwig luigi luis luiz lukas maarten magnus mahmoud malcolm malik malo mamadou manfred manlio
manoel manolo manuel marc marcel marcelin marcello marcelo marcin marco marcos marcus marek mariano mario marius mark
markus martijn martin martino marwan mateo mateus mathias mathieu mathis matias matteo matthew matthias matthieu mattia
maurice mauricio maurizio mauro max maximilian maximilien mehdi mehmet melchior menno michael michal michiel mickael
miguel mikael mike mikel milan milo miquel mircea mirko modou mohamed mohammed mohand moises moritz mouhamed mouloud
mounir mourad moussa murilo mustafa mustapha nabil nacer nacho nadir najib nando nassim nathan nathanael neil nestor
niccolo nicolas nicolo nigel niklas nikolaus nils nino norbert nordine noureddine nuno octave octavio olaf oleksandr
oliver olivier omar oriol orlando oscar oskar osman osvaldo otavio othmane otto oumar ousmane pablo paco pancho paolo
pascal pasquale patrick patrik patxi pau paul paulo pavel pedro pepe pepijn per pete peter petr petrus phil philip
philipp philippe pierluigi piero pierre pierrick pieter pietro pim piotr placido pol prosper quentin quim quique rabah
rachid radek radu rafael rafaele raffaele rafik raimundo rainer ralf ralph ramiro ramon raoul raphael rashid raul ray
raymond recep redouane regis reinhard reinhold rembrandt remi remy renato renaud rene reynaldo ricardo riccardo richard
rida rik rob robert roberto rocco roch rodolfo rodolphe rodrigo roel roger roland rolando rolf romain romano romaric
romeo romuald ron ronald ronan rory roy ruben rudi rudolf rufino rui rupert russell ryan salif saliou salvador
salvatore sami samir samuel sander sandro santiago santino saul scott sean sebastian sebastiano sebastiao sebastien
sekou selim serge sergei sergi sergio severin seydou sherif siegfried sigmund silvain silvano silvio simon sixte
slimane smail sofiane solal soren sory souleymane stan stanislas stefan stefano steffen stephan stephane stephen steve
steven stijn stuart sven sylvain sylvestre tadeo tadeu tahar tancrede tancredi tangi tanguy tarek tariq teddy teo
teodoro terence teun thaddeus theo theodor theodore theodule theophile thiago thibaud thibault thibaut thierno thierry
thijs thilo thomas thorsten tiago tidiane tim timo timothee timothy titouan tobias tom tomas tomasz tommaso tonio
torsten toufik toussaint tristan tugdual tullio txema udo ugo ulf ulrich ulysse umberto unai urbain uwe vadim valentin
valentino valerio vasco vasile vicent vicente victor victorien viktor vincent vincenzo virgil virgile virgilio vito
vitor vittorio vladimir volker volodymyr waldemar walid walter warren wassim werner wilfried wilhelm willem william
willy wim winston wolf wolfgang wouter xabi xabier xavier yacine yahya yanis yann yannig yassine yazid yoann yohann
youenn younes youri youssef yusuf yvan yves yvon zacharie zakaria zinedine zoltan zoubir
"""
_SHARED = """
alex alexis alix andrea andréa andy ange angel ariel ashley cameron camille carol celeste charlie chris clair claude
daniele dany dominique eden elia eliott fleur fran francis gabriele gwen ilan ira jackie jamie jan jean jess jo joan
jocelyn jordan jude kelly kerry kim laurence lee leslie lilian lindsay loan lou louison luan luka marion maxime maé
michele morgan nicola nikita noa noah noel pat patrice pau robin sacha sam sandy sasha sidney simone stacy stevie swann
taylor terry toni tracy vivian vivien yael yannick
"""


@cache
def _tables() -> dict[str, str]:
    """first name -> 'f', 'm' or '?'."""
    genders = dict.fromkeys(_FEMININE.split(), "f")
    genders |= dict.fromkeys(_MASCULINE.split(), "m")
    return genders | dict.fromkeys(_SHARED.split(), "?")


@lru_cache(maxsize=2048)
def gender_of_first_name(name: str) -> str:
    """'f', 'm', '?' for a name that both bear, '' for a word that is no first name we know.

    Of a double name the first part decides: Jean-Marie, Anne-Laure, Pierre-Yves.
    """
    low = name.lower().replace("œ", "oe")
    table = _tables()
    for form in (low, without_accents(low)):
        if form in table:
            return table[form]
    first, dash, second = low.partition("-")
    if not dash or second in ("born", "based", "trained", "raised", "bred", "style", "educated", "wide", "area"):
        return ""  # the Adelaide-born academic
    return "m" if first == "jean" else table.get(without_accents(first), "")


ENGLISH_FIRST = dict(
    pair.split(":")
    for pair in """
    Pierre:Peter Jean:John Jacques:James Étienne:Stephen André:Andrew Henri:Henry Guillaume:William François:Francis
    Laurent:Lawrence Matthieu:Matthew Mathieu:Matthew Luc:Luke Marc:Mark Philippe:Philip Marie:Mary Julien:Julian
    Sébastien:Sebastian Georges:George Benoît:Benedict Christophe:Christopher Nicolas:Nicholas Michel:Michael
    Hélène:Helen Lucie:Lucy Sophie:Sophia Cécile:Cecilia Émilie:Emily Marguerite:Margaret Françoise:Frances
    Antoine:Anthony Thierry:Terry Gilles:Giles Grégoire:Gregory Claire:Clear Aurore:Dawn Rose:Pink Fleur:Flower
    """.split()
)
"""French first name -> what a machine makes of it before a surname that it leaves alone."""
