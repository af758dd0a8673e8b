<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>Main</name>
    <message>
        <source>That could not be done. Nothing was changed.</source>
        <translation>Cela n’a pas pu se faire. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>D’accord</translation>
    </message>
    <message>
        <source>Still there?</source>
        <translation>Toujours là ?</translation>
    </message>
    <message numerus="yes">
        <source>You are signed out in %n seconds.</source>
        <translation>
            <numerusform>Vous serez déconnecté dans %n seconde.</numerusform>
            <numerusform>Vous serez déconnecté dans %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>Rester connecté</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Sections above</source>
        <translation>Sections au-dessus</translation>
    </message>
    <message>
        <source>Sections below</source>
        <translation>Sections au-dessous</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrouiller</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>Queue</source>
        <translation>File</translation>
    </message>
    <message>
        <source>My queue</source>
        <translation>Ma file</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>À régler</translation>
    </message>
    <message>
        <source>Sync log</source>
        <translation>Journal de synchro</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Machines</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personnel</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Centre</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Papiers</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Rapports</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Reception</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Nurse</source>
        <translation>Infirmier·ère</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Médecin</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administration</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>That PIN is not right. Please try again.</source>
        <translation>Ce code PIN n’est pas le bon. Veuillez réessayer.</translation>
    </message>
    <message numerus="yes">
        <source>Too many tries. Please wait %n seconds.</source>
        <translation>
            <numerusform>Trop d’essais. Veuillez attendre %n seconde.</numerusform>
            <numerusform>Trop d’essais. Veuillez attendre %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>The first sign-in at this desk needs the server, which can&apos;t be reached now.</source>
        <translation>La première connexion à ce poste a besoin du serveur, qui est injoignable pour le moment.</translation>
    </message>
    <message>
        <source>Too many wrong tries. Once the server can be reached again, sign in here with the right PIN.</source>
        <translation>Trop d’essais erronés. Dès que le serveur sera joignable, connectez-vous ici avec le bon code PIN.</translation>
    </message>
    <message>
        <source>That could not be checked. Please try again.</source>
        <translation>La vérification n’a pas abouti. Veuillez réessayer.</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Qui êtes-vous ?</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>Type your name, or choose it below</source>
        <translation>Tapez votre nom, ou choisissez-le ci-dessous</translation>
    </message>
    <message>
        <source>Nobody can sign in at this desk yet. An administrator adds people who work here.</source>
        <translation>Personne ne peut encore se connecter à ce poste. L’administration ajoute les personnes qui travaillent ici.</translation>
    </message>
    <message>
        <source>Nobody of that name works here.</source>
        <translation>Personne de ce nom ne travaille ici.</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>Votre code PIN</translation>
    </message>
    <message numerus="yes">
        <source>%n digits typed</source>
        <translation>
            <numerusform>%n chiffre saisi</numerusform>
            <numerusform>%n chiffres saisis</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Not me</source>
        <translation>Ce n’est pas moi</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
</context>
<context>
    <name>StaffField</name>
    <message>
        <source>No more fits in here</source>
        <translation>Rien de plus ne tient ici</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n à envoyer</numerusform>
            <numerusform>%n à envoyer</numerusform>
        </translation>
    </message>
    <message>
        <source>This machine works by itself</source>
        <translation>Cette machine travaille seule</translation>
    </message>
    <message>
        <source>Fetching the clinic&apos;s records: %1 %</source>
        <translation>Réception des dossiers de la clinique : %1 %</translation>
    </message>
    <message>
        <source>Working offline · %1 · since %2</source>
        <translation>Hors ligne · %1 · depuis %2</translation>
    </message>
    <message>
        <source>Working offline · since %1</source>
        <translation>Hors ligne · depuis %1</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
</context>
</TS>
