<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>AlwaysThere</name>
    <message>
        <source>Easier to see and reach</source>
        <translation>Mieux voir et atteindre</translation>
    </message>
    <message>
        <source>Call for help</source>
        <translation>Demander de l’aide</translation>
    </message>
    <message>
        <source>I&apos;d rather speak to someone</source>
        <translation>Je préfère parler à quelqu’un</translation>
    </message>
    <message>
        <source>Working offline – your place is safe</source>
        <translation>Hors ligne – votre place est assurée</translation>
    </message>
    <message>
        <source>Only you and our staff see this. The screen clears itself after a minute.</source>
        <translation>Seuls vous et notre équipe voyez ceci. L’écran s’efface au bout d’une minute.</translation>
    </message>
    <message>
        <source>This machine is being made ready: %1 %</source>
        <translation>Cet appareil se prépare&#xa0;: %1&#xa0;%</translation>
    </message>
    <message>
        <source>This machine cannot read aloud in English</source>
        <translation>Cet appareil ne peut pas lire à voix haute en français</translation>
    </message>
</context>
<context>
    <name>BirthDate</name>
    <message>
        <source>When were you born?</source>
        <translation>Quand êtes-vous né(e)&#xa0;?</translation>
    </message>
    <message>
        <source>First the day of the month.</source>
        <translation>D’abord le jour du mois.</translation>
    </message>
    <message>
        <source>Now the month.</source>
        <translation>Maintenant le mois.</translation>
    </message>
    <message>
        <source>Now the year, with four digits.</source>
        <translation>Maintenant l’année, en quatre chiffres.</translation>
    </message>
    <message>
        <source>We could not find an appointment with that. Please check it and try again.</source>
        <translation>Nous n’avons pas trouvé de rendez-vous. Veuillez vérifier et réessayer.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Année</translation>
    </message>
</context>
<context>
    <name>BookingCode</name>
    <message>
        <source>What is your booking code?</source>
        <translation>Quel est votre code de réservation&#xa0;?</translation>
    </message>
    <message>
        <source>It has 8 digits and is on your confirmation. You can also hold its square code in front of the scanner.</source>
        <translation>Il a 8 chiffres et figure sur votre confirmation. Vous pouvez aussi présenter son code carré au lecteur.</translation>
    </message>
    <message>
        <source>We could not find an appointment with that. Please check it and try again.</source>
        <translation>Nous n’avons pas trouvé de rendez-vous. Veuillez vérifier et réessayer.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Booking code</source>
        <translation>Code de réservation</translation>
    </message>
    <message>
        <source>Use my phone number instead</source>
        <translation>Utiliser plutôt mon numéro de téléphone</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>What has changed?</source>
        <translation>Qu’est-ce qui a changé ?</translation>
    </message>
    <message>
        <source>My phone number</source>
        <translation>Mon numéro de téléphone</translation>
    </message>
    <message>
        <source>You type it here</source>
        <translation>Vous le tapez ici</translation>
    </message>
    <message>
        <source>Until now %1</source>
        <translation>Jusqu’ici %1</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Autre chose</translation>
    </message>
    <message>
        <source>We tell the desk. You get your number all the same.</source>
        <translation>Nous prévenons l’accueil. Vous avez votre numéro quand même.</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>Is this right?</source>
        <translation>Est-ce correct&#xa0;?</translation>
    </message>
    <message>
        <source>Somebody else has just taken this time.</source>
        <translation>Quelqu’un vient de prendre cet horaire.</translation>
    </message>
    <message>
        <source>Choose another time</source>
        <translation>Choisir un autre horaire</translation>
    </message>
    <message>
        <source>Yes, book it</source>
        <translation>Oui, réserver</translation>
    </message>
</context>
<context>
    <name>Choose</name>
    <message>
        <source>Which appointment is it?</source>
        <translation>De quel rendez-vous s’agit-il&#xa0;?</translation>
    </message>
    <message>
        <source>We found more than one.</source>
        <translation>Nous en avons trouvé plusieurs.</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Is this you?</source>
        <translation>Est-ce bien vous&#xa0;?</translation>
    </message>
    <message>
        <source>The desk will ask you what has changed.</source>
        <translation>L’accueil vous demandera ce qui a changé.</translation>
    </message>
    <message>
        <source>Not me</source>
        <translation>Pas moi</translation>
    </message>
    <message>
        <source>Yes, that&apos;s me</source>
        <translation>Oui, c’est moi</translation>
    </message>
    <message>
        <source>Born %1</source>
        <translation>Naissance&#xa0;: %1</translation>
    </message>
    <message>
        <source>Your new phone number</source>
        <translation>Votre nouveau numéro de téléphone</translation>
    </message>
    <message>
        <source>Still your phone number?</source>
        <translation>Est-ce toujours votre numéro ?</translation>
    </message>
    <message>
        <source>Something has changed</source>
        <translation>Quelque chose a changé</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>Do you agree?</source>
        <translation>Êtes-vous d’accord ?</translation>
    </message>
    <message>
        <source>Whatever you answer, you get your number.</source>
        <translation>Quelle que soit votre réponse, vous aurez votre numéro.</translation>
    </message>
    <message>
        <source>I agree</source>
        <translation>Je suis d’accord</translation>
    </message>
    <message>
        <source>The clinic&apos;s text</source>
        <translation>Le texte de la clinique</translation>
    </message>
    <message>
        <source>I don&apos;t agree, or want to ask first</source>
        <translation>Je ne suis pas d’accord ou j’ai une question</translation>
    </message>
</context>
<context>
    <name>Ease</name>
    <message>
        <source>Easier to see and reach</source>
        <translation>Mieux voir et atteindre</translation>
    </message>
    <message>
        <source>Choose what helps you. It ends when you are done.</source>
        <translation>Choisissez ce qui vous aide. Tout s’arrête à la fin.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Poursuivre</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
    <message>
        <source>Stronger contrast</source>
        <translation>Contraste renforcé</translation>
    </message>
    <message>
        <source>Lower on the screen</source>
        <translation>Plus bas sur l’écran</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>Plus de temps</translation>
    </message>
    <message>
        <source>Read the screens aloud</source>
        <translation>Lire les écrans à voix haute</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>Would you like to say more?</source>
        <translation>Souhaitez-vous en dire plus&#xa0;?</translation>
    </message>
    <message>
        <source>What is your first name?</source>
        <translation>Quel est votre prénom&#xa0;?</translation>
    </message>
    <message>
        <source>What is your name?</source>
        <translation>Quel est votre nom&#xa0;?</translation>
    </message>
    <message>
        <source>You can leave it out.</source>
        <translation>Vous pouvez passer.</translation>
    </message>
    <message>
        <source>So that we can speak to you. You can leave it out.</source>
        <translation>Pour pouvoir nous adresser à vous. Vous pouvez passer.</translation>
    </message>
    <message>
        <source>First name and last name. One name is fine.</source>
        <translation>Prénom et nom. Un seul nom suffit.</translation>
    </message>
    <message>
        <source>This is as much as we can take.</source>
        <translation>Il n’y a plus de place.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Your words</source>
        <translation>Vos mots</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Type the sound of a character, then choose it here.</source>
        <translation>Tapez le son d’un caractère, puis choisissez-le ici.</translation>
    </message>
    <message>
        <source>Other characters</source>
        <translation>Autres caractères</translation>
    </message>
    <message>
        <source>Keep the letters %1</source>
        <translation>Garder les lettres %1</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation>Effacer la dernière lettre</translation>
    </message>
</context>
<context>
    <name>Feedback</name>
    <message>
        <source>Very bad</source>
        <translation>Très mal</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Mal</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bien</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>Très bien</translation>
    </message>
    <message>
        <source>How was your visit?</source>
        <translation>Comment s’est passée votre visite&#xa0;?</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Merci</translation>
    </message>
    <message>
        <source>We read everything that is written here.</source>
        <translation>Nous lisons tout ce qui est écrit ici.</translation>
    </message>
    <message>
        <source>You have told us about this visit before.</source>
        <translation>Vous nous avez déjà parlé de cette visite.</translation>
    </message>
    <message>
        <source>Choose the face that fits.</source>
        <translation>Choisissez le visage qui convient.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Printing your number…</source>
        <translation>Impression de votre numéro…</translation>
    </message>
    <message>
        <source>Please take your number.</source>
        <translation>Veuillez prendre votre numéro.</translation>
    </message>
    <message>
        <source>It could not be printed. Please remember your number.</source>
        <translation>L’impression n’a pas réussi. Veuillez retenir votre numéro.</translation>
    </message>
    <message>
        <source>Somebody is coming</source>
        <translation>Quelqu’un arrive</translation>
    </message>
    <message>
        <source>Let us help you</source>
        <translation>Laissez-nous vous aider</translation>
    </message>
    <message>
        <source>Shall we call somebody?</source>
        <translation>Faut-il appeler quelqu’un&#xa0;?</translation>
    </message>
    <message>
        <source>Please stay nearby. We will call this number.</source>
        <translation>Veuillez rester à proximité. Nous appellerons ce numéro.</translation>
    </message>
    <message>
        <source>We could not find an appointment with that. One of us can look for you.</source>
        <translation>Nous n’avons pas trouvé de rendez-vous. L’un de nous peut chercher pour vous.</translation>
    </message>
    <message>
        <source>One of us will come and help you.</source>
        <translation>L’un de nous viendra vous aider.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Yes, call somebody</source>
        <translation>Oui, appelez quelqu’un</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Votre numéro</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Good morning.</source>
        <translation>Bonjour.</translation>
    </message>
    <message>
        <source>Good afternoon.</source>
        <translation>Bonjour.</translation>
    </message>
    <message>
        <source>Good evening.</source>
        <translation>Bonsoir.</translation>
    </message>
    <message>
        <source>Tell us you are here.</source>
        <translation>Dites-nous que vous êtes là.</translation>
    </message>
    <message>
        <source>It takes about a minute. You get a number, and we call it.</source>
        <translation>Cela prend une minute. Vous recevez un numéro et nous l’appelons.</translation>
    </message>
    <message>
        <source>I have an appointment</source>
        <translation>J’ai un rendez-vous</translation>
    </message>
    <message>
        <source>Check in with a code or your details</source>
        <translation>Avec un code ou vos coordonnées</translation>
    </message>
    <message>
        <source>I don&apos;t have one</source>
        <translation>Je n’en ai pas</translation>
    </message>
    <message>
        <source>Get a number and wait to be seen</source>
        <translation>Prenez un numéro et attendez votre tour</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Check-in</source>
        <translation>Enregistrement</translation>
    </message>
</context>
<context>
    <name>MoreTime</name>
    <message>
        <source>Do you need more time?</source>
        <translation>Avez-vous besoin de plus de temps&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <source>This screen clears itself in %n second(s).</source>
        <translation>
            <numerusform>Cet écran s’efface dans %n seconde.</numerusform>
            <numerusform>Cet écran s’efface dans %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, more time</source>
        <translation>Oui, plus de temps</translation>
    </message>
    <message>
        <source>No, I am done</source>
        <translation>Non, j’ai terminé</translation>
    </message>
</context>
<context>
    <name>MyPlace</name>
    <message>
        <source>It is your turn</source>
        <translation>C’est votre tour</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) before you</source>
        <translation>
            <numerusform>%n personne avant vous</numerusform>
            <numerusform>%n personnes avant vous</numerusform>
        </translation>
    </message>
    <message>
        <source>You are next</source>
        <translation>Vous êtes le prochain</translation>
    </message>
    <message>
        <source>Please go in now.</source>
        <translation>Veuillez entrer.</translation>
    </message>
    <message>
        <source>We will call your number.</source>
        <translation>Nous appellerons votre numéro.</translation>
    </message>
    <message>
        <source>Please stay nearby.</source>
        <translation>Restez à proximité, s’il vous plaît.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Votre numéro</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Allez à</translation>
    </message>
    <message>
        <source>Wait here</source>
        <translation>Attendez ici</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Environ</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>%1–%2 min</translation>
    </message>
</context>
<context>
    <name>Needs</name>
    <message>
        <source>I am pregnant</source>
        <translation>Je suis enceinte</translation>
    </message>
    <message>
        <source>I have a baby with me</source>
        <translation>J’ai un bébé avec moi</translation>
    </message>
    <message>
        <source>I have a disability</source>
        <translation>J’ai un handicap</translation>
    </message>
    <message>
        <source>I need an interpreter</source>
        <translation>J’ai besoin d’un interprète</translation>
    </message>
    <message>
        <source>I use a wheelchair</source>
        <translation>Je suis en fauteuil roulant</translation>
    </message>
    <message>
        <source>Is there anything we should know?</source>
        <translation>Y a-t-il quelque chose à savoir&#xa0;?</translation>
    </message>
    <message>
        <source>Choose all that fit, or none.</source>
        <translation>Choisissez ce qui convient, ou rien.</translation>
    </message>
    <message>
        <source>Get my number</source>
        <translation>Obtenir mon numéro</translation>
    </message>
</context>
<context>
    <name>NewPhone</name>
    <message>
        <source>What is your new phone number?</source>
        <translation>Quel est votre nouveau numéro de téléphone ?</translation>
    </message>
    <message>
        <source>We will reach you on it from now on.</source>
        <translation>Nous vous joindrons désormais à ce numéro.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>This does not work just now</source>
        <translation>Cela ne fonctionne pas pour l’instant</translation>
    </message>
    <message>
        <source>Please come to the desk</source>
        <translation>Veuillez venir à l’accueil</translation>
    </message>
    <message>
        <source>You are early</source>
        <translation>Vous êtes en avance</translation>
    </message>
    <message>
        <source>Our desk will help you</source>
        <translation>L’accueil va vous aider</translation>
    </message>
    <message>
        <source>We have no more numbers today</source>
        <translation>Plus de numéros aujourd’hui</translation>
    </message>
    <message>
        <source>Your appointment is at %1. Please come back and check in from:</source>
        <translation>Votre rendez-vous est à %1. Revenez vous enregistrer à partir de&#xa0;:</translation>
    </message>
    <message>
        <source>One of us will check you in there. You can also call somebody to you.</source>
        <translation>L’un de nous vous y enregistrera. Vous pouvez aussi appeler quelqu’un.</translation>
    </message>
    <message>
        <source>Please go to the desk, and we will find a place for you. You can also call somebody to you.</source>
        <translation>Veuillez aller à l’accueil, nous vous trouverons une place. Vous pouvez aussi appeler quelqu’un.</translation>
    </message>
    <message>
        <source>Please come back, or call us. We are sorry.</source>
        <translation>Veuillez revenir ou nous appeler. Nous en sommes désolés.</translation>
    </message>
    <message>
        <source>It is not your fault, and nothing is lost. One of us will check you in.</source>
        <translation>Vous n’y êtes pour rien et rien n’est perdu. L’un de nous vous enregistrera.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Call somebody</source>
        <translation>Appeler quelqu’un</translation>
    </message>
</context>
<context>
    <name>OtherWays</name>
    <message>
        <source>Book an appointment</source>
        <translation>Prendre rendez-vous</translation>
    </message>
    <message>
        <source>My place in the queue</source>
        <translation>Ma place dans la file</translation>
    </message>
</context>
<context>
    <name>OwnBirthDate</name>
    <message>
        <source>There is no such day. Please check it.</source>
        <translation>Cette date n’existe pas. Veuillez vérifier.</translation>
    </message>
</context>
<context>
    <name>OwnPhone</name>
    <message>
        <source>So that we can reach you. You can leave it out.</source>
        <translation>Pour pouvoir vous joindre. Vous pouvez passer.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
</context>
<context>
    <name>Pay</name>
    <message>
        <source>Pay at the desk</source>
        <translation>Payer à l’accueil</translation>
    </message>
    <message>
        <source>You get your number now, and pay before you leave</source>
        <translation>Vous recevez votre numéro et payez avant de partir</translation>
    </message>
    <message>
        <source>There is something to pay</source>
        <translation>Il y a quelque chose à payer</translation>
    </message>
</context>
<context>
    <name>Phone</name>
    <message>
        <source>What is your phone number?</source>
        <translation>Quel est votre numéro de téléphone&#xa0;?</translation>
    </message>
    <message>
        <source>The one you gave us when you made the appointment.</source>
        <translation>Celui que vous avez donné en prenant rendez-vous.</translation>
    </message>
    <message>
        <source>We could not find an appointment with that. Please check it and try again.</source>
        <translation>Nous n’avons pas trouvé de rendez-vous. Veuillez vérifier et réessayer.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Numéro de téléphone</translation>
    </message>
</context>
<context>
    <name>Pick</name>
    <message>
        <source>Whom would you like to see?</source>
        <translation>Qui souhaitez-vous voir&#xa0;?</translation>
    </message>
    <message>
        <source>At what time?</source>
        <translation>À quelle heure&#xa0;?</translation>
    </message>
    <message>
        <source>On which day?</source>
        <translation>Quel jour&#xa0;?</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>De quoi s’agit-il ?</translation>
    </message>
    <message>
        <source>Times marked “to be confirmed” are not promised yet. The desk will tell you.</source>
        <translation>Les horaires «&#xa0;à confirmer&#xa0;» ne sont pas encore garantis. L’accueil vous le dira.</translation>
    </message>
    <message>
        <source>I know whom I want to see</source>
        <translation>Je sais qui je veux voir</translation>
    </message>
    <message>
        <source>%1, to be confirmed</source>
        <translation>%1, à confirmer</translation>
    </message>
    <message>
        <source>to be confirmed</source>
        <translation>à confirmer</translation>
    </message>
</context>
<context>
    <name>PlaceBirthDate</name>
    <message>
        <source>We could not find your place with that. Please check it and try again.</source>
        <translation>Nous n’avons pas trouvé votre place avec cela. Veuillez vérifier et réessayer.</translation>
    </message>
</context>
<context>
    <name>PlacePhone</name>
    <message>
        <source>Your phone number?</source>
        <translation>Votre numéro de téléphone&#xa0;?</translation>
    </message>
    <message>
        <source>Or hold the square code of your ticket in front of the scanner.</source>
        <translation>Ou présentez le code carré de votre ticket devant le lecteur.</translation>
    </message>
    <message>
        <source>We could not find your place with that. Please check it and try again.</source>
        <translation>Nous n’avons pas trouvé votre place avec cela. Veuillez vérifier et réessayer.</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>Why are you here today?</source>
        <translation>Pourquoi venez-vous aujourd’hui&#xa0;?</translation>
    </message>
    <message>
        <source>Choose what comes closest.</source>
        <translation>Choisissez ce qui s’en rapproche le plus.</translation>
    </message>
    <message>
        <source>More reasons</source>
        <translation>Autres raisons</translation>
    </message>
</context>
<context>
    <name>RedFlag</name>
    <message>
        <source>Do you have any of these now?</source>
        <translation>Avez-vous l’un de ces signes&#xa0;?</translation>
    </message>
    <message>
        <source>Staff are coming to you now</source>
        <translation>Quelqu’un vient tout de suite</translation>
    </message>
    <message>
        <source>Please call out to our staff now</source>
        <translation>Appelez notre personnel à voix haute</translation>
    </message>
    <message>
        <source>Stay here. Sit down if you can.</source>
        <translation>Restez ici. Asseyez-vous si possible.</translation>
    </message>
    <message>
        <source>Go to the desk at once, or ask somebody beside you to go.</source>
        <translation>Allez tout de suite à l’accueil, ou envoyez quelqu’un.</translation>
    </message>
    <message>
        <source>No, none of these</source>
        <translation>Non, aucun</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Tell staff again</source>
        <translation>Prévenir à nouveau</translation>
    </message>
    <message>
        <source>Pain or pressure in the chest</source>
        <translation>Douleur ou oppression dans la poitrine</translation>
    </message>
    <message>
        <source>Trouble breathing</source>
        <translation>Difficulté à respirer</translation>
    </message>
    <message>
        <source>Heavy bleeding</source>
        <translation>Saignement important</translation>
    </message>
    <message>
        <source>Yes – tell staff now</source>
        <translation>Oui – prévenir le personnel</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Votre numéro</translation>
    </message>
</context>
<context>
    <name>Service</name>
    <message>
        <source>Ready</source>
        <translation>Prête</translation>
    </message>
    <message>
        <source>This machine does not print.</source>
        <translation>Cette machine n&apos;imprime pas.</translation>
    </message>
    <message>
        <source>Paper is near its end.</source>
        <translation>Le papier arrive à sa fin.</translation>
    </message>
    <message>
        <source>No paper.</source>
        <translation>Plus de papier.</translation>
    </message>
    <message>
        <source>The cover is open.</source>
        <translation>Le capot est ouvert.</translation>
    </message>
    <message>
        <source>Switched off line at the printer.</source>
        <translation>Mise hors ligne sur l&apos;imprimante.</translation>
    </message>
    <message>
        <source>Not reached: is it on, and plugged in?</source>
        <translation>Injoignable : est-elle allumée et branchée ?</translation>
    </message>
    <message>
        <source>It does not say how it is.</source>
        <translation>Elle ne dit pas son état.</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Connected, last answer %1</source>
        <translation>Connecté, dernière réponse %1</translation>
    </message>
    <message>
        <source>Away: the hub of this place answers</source>
        <translation>Injoignable : le relais de ce site répond</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Injoignable</translation>
    </message>
    <message>
        <source>Not reached, last answer %1</source>
        <translation>Injoignable, dernière réponse %1</translation>
    </message>
    <message>
        <source>This machine works alone.</source>
        <translation>Cet appareil travaille seul.</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Impression…</translation>
    </message>
    <message>
        <source>The test page is out.</source>
        <translation>La page de test est sortie.</translation>
    </message>
    <message>
        <source>The page was sent. The printer did not say whether it came out.</source>
        <translation>La page est partie. L&apos;imprimante n&apos;a pas dit si elle est sortie.</translation>
    </message>
    <message>
        <source>The test page did not come out.</source>
        <translation>La page de test n&apos;est pas sortie.</translation>
    </message>
    <message>
        <source>Close the program?</source>
        <translation>Fermer le programme ?</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Maintenance</translation>
    </message>
    <message>
        <source>Nobody can check in here until somebody starts it again.</source>
        <translation>Personne ne pourra s’enregistrer ici tant qu’on ne l’aura pas relancé.</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>No, go on</source>
        <translation>Non, continuer</translation>
    </message>
    <message>
        <source>Yes, close</source>
        <translation>Oui, fermer</translation>
    </message>
    <message>
        <source>Back to Home</source>
        <translation>Retour à l’accueil</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Imprimante</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Lecteur de codes</translation>
    </message>
    <message>
        <source>Hold a code before it to try it.</source>
        <translation>Présentez un code pour l’essayer.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Waits to be sent</source>
        <translation>En attente d’envoi</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Rien</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n modification</numerusform>
            <numerusform>%n modifications</numerusform>
        </translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>Imprimer une page de test</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Redémarrer</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Fermer le programme</translation>
    </message>
</context>
<context>
    <name>ServicePin</name>
    <message>
        <source>For staff</source>
        <translation>Réservé au personnel</translation>
    </message>
    <message>
        <source>Type an administrator&apos;s PIN.</source>
        <translation>Saisissez le code d’un administrateur.</translation>
    </message>
    <message numerus="yes">
        <source>That PIN does not open this machine. The next try counts in %n second(s).</source>
        <translation>
            <numerusform>Ce code n’ouvre pas cet appareil. Nouvel essai possible dans %n seconde.</numerusform>
            <numerusform>Ce code n’ouvre pas cet appareil. Nouvel essai possible dans %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>That PIN does not open this machine.</source>
        <translation>Ce code n’ouvre pas cet appareil.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) typed</source>
        <translation>
            <numerusform>%n chiffre saisi</numerusform>
            <numerusform>%n chiffres saisis</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
</context>
<context>
    <name>Slip</name>
    <message>
        <source>Printing your slip…</source>
        <translation>Impression de votre papier…</translation>
    </message>
    <message>
        <source>Please take your slip.</source>
        <translation>Prenez votre papier, s’il vous plaît.</translation>
    </message>
    <message>
        <source>Your slip could not be printed. Please photograph this screen.</source>
        <translation>L’impression a échoué. Veuillez photographier cet écran.</translation>
    </message>
    <message>
        <source>You have asked for this time</source>
        <translation>Vous avez demandé cet horaire</translation>
    </message>
    <message>
        <source>It is booked</source>
        <translation>C’est réservé</translation>
    </message>
    <message>
        <source>Check in with this code when you come.</source>
        <translation>Utilisez ce code à votre arrivée.</translation>
    </message>
    <message>
        <source>It is not confirmed yet. The desk will tell you.</source>
        <translation>Il n’est pas encore confirmé. L’accueil vous le dira.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Your booking code</source>
        <translation>Votre code de réservation</translation>
    </message>
</context>
<context>
    <name>TakeWithYou</name>
    <message>
        <source>Printing your ticket…</source>
        <translation>Impression de votre ticket…</translation>
    </message>
    <message>
        <source>Please take your ticket.</source>
        <translation>Veuillez prendre votre ticket.</translation>
    </message>
    <message>
        <source>Your ticket could not be printed. Please photograph this screen.</source>
        <translation>Votre ticket n’a pas pu être imprimé. Veuillez photographier cet écran.</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>Emportez-le avec vous</translation>
    </message>
    <message>
        <source>Scan to see your place in the queue on your phone.</source>
        <translation>Scannez pour suivre votre place sur votre téléphone.</translation>
    </message>
    <message>
        <source>Print it again</source>
        <translation>Réimprimer</translation>
    </message>
</context>
<context>
    <name>Ticket</name>
    <message>
        <source>Already checked in</source>
        <translation>Déjà enregistré</translation>
    </message>
    <message>
        <source>You are checked in</source>
        <translation>Vous êtes enregistré</translation>
    </message>
    <message>
        <source>You are a little late. We have told the desk.</source>
        <translation>Vous avez un peu de retard. L’accueil est prévenu.</translation>
    </message>
    <message>
        <source>Your appointment time is not confirmed yet. The desk will tell you.</source>
        <translation>L’heure de votre rendez-vous n’est pas encore confirmée. L’accueil vous informera.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Votre numéro</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Allez à</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>Votre tour</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Environ</translation>
    </message>
    <message>
        <source>You are next</source>
        <translation>Vous êtes le prochain</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>%1–%2 min</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) before you</source>
        <translation>
            <numerusform>%n personne avant vous</numerusform>
            <numerusform>%n personnes avant vous</numerusform>
        </translation>
    </message>
</context>
</TS>
