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
        <source>Still your phone number? You can change it at the desk.</source>
        <translation>Est-ce toujours votre numéro&#xa0;? Vous pouvez le changer à l’accueil.</translation>
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
        <source>Our desk will find a place for you</source>
        <translation>L’accueil vous trouvera une place</translation>
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
