<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>Calls</name>
    <message numerus="yes">
        <source>Updated %n s ago</source>
        <translation>
            <numerusform>Mis à jour il y a %n s</numerusform>
            <numerusform>Mis à jour il y a %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has been called yet today</source>
        <translation>Personne n’a encore été appelé aujourd’hui</translation>
    </message>
    <message>
        <source>Now calling</source>
        <translation>Appel en cours</translation>
    </message>
    <message>
        <source>Last called</source>
        <translation>Dernier appel</translation>
    </message>
    <message>
        <source>Please see the desk</source>
        <translation>Merci de voir l’accueil</translation>
    </message>
    <message>
        <source>See the desk</source>
        <translation>Voir l’accueil</translation>
    </message>
</context>
<context>
    <name>Line</name>
    <message>
        <source>Whoever is free</source>
        <translation>Premier médecin libre</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>With the doctor: %1</source>
        <translation>En consultation : %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnue</translation>
    </message>
    <message>
        <source>up to %1 min</source>
        <translation>%1 min au plus</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>%1–%2 min</translation>
    </message>
    <message>
        <source>wait, about</source>
        <translation>attente, environ</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>Waiting now</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>The clinic&apos;s records are on their way</source>
        <translation>Les données de la clinique arrivent</translation>
    </message>
    <message>
        <source>No doctor is in yet</source>
        <translation>Aucun médecin n’est encore là</translation>
    </message>
    <message>
        <source>Working offline. Emergencies may go first.</source>
        <translation>Hors ligne. Les urgences peuvent passer avant.</translation>
    </message>
    <message>
        <source>Emergencies may go first.</source>
        <translation>Les urgences peuvent passer avant.</translation>
    </message>
</context>
<context>
    <name>Stale</name>
    <message>
        <source>This board is not up to date</source>
        <translation>Cet écran n’est pas à jour</translation>
    </message>
    <message>
        <source>Please listen for your number, or ask at the desk.</source>
        <translation>Écoutez l’appel de votre numéro, ou demandez à l’accueil.</translation>
    </message>
</context>
</TS>
