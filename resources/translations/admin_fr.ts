<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>AdminWords</name>
    <message>
        <source>All machines</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>All kinds of work</source>
        <translation>Tous les actes</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Tous les états</translation>
    </message>
    <message>
        <source>All places</source>
        <translation>Tous les sites</translation>
    </message>
    <message>
        <source>All doctors</source>
        <translation>Tous les médecins</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd&apos;hui</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>Own days</source>
        <translation>Autres jours</translation>
    </message>
    <message>
        <source>It is safe on this machine, and goes to the server as soon as it can be reached.</source>
        <translation>C&apos;est en sûreté sur cette machine et partira vers le serveur dès qu&apos;il sera joignable.</translation>
    </message>
    <message>
        <source>The server has taken it as it was done here.</source>
        <translation>Le serveur l&apos;a accepté tel que cela a été fait ici.</translation>
    </message>
    <message>
        <source>The server keeps it and has not applied it. It is tried again by itself when the rules change.</source>
        <translation>Le serveur le garde sans l&apos;avoir appliqué. Il réessaie de lui-même quand les règles changent.</translation>
    </message>
    <message>
        <source>The server has applied what the rules allow. Somebody should look at the rest.</source>
        <translation>Le serveur a appliqué ce que les règles permettent. Quelqu&apos;un devrait examiner le reste.</translation>
    </message>
    <message>
        <source>The passphrase is not right, or this file is not a copy of our records. Nothing was changed.</source>
        <translation>La phrase secrète n&apos;est pas la bonne, ou ce fichier n&apos;est pas une copie de nos dossiers. Rien n&apos;a changé.</translation>
    </message>
    <message>
        <source>This copy is damaged: a part of it is torn or missing. Nothing was changed.</source>
        <translation>Cette copie est abîmée : une partie manque ou est illisible. Rien n&apos;a changé.</translation>
    </message>
    <message>
        <source>A newer version of the program made this copy. Install that version first. Nothing was changed.</source>
        <translation>Cette copie vient d&apos;une version plus récente du programme. Installez d&apos;abord cette version. Rien n&apos;a changé.</translation>
    </message>
    <message>
        <source>That passphrase is too easy to guess. Take at least 12 characters, or let us make one up.</source>
        <translation>Cette phrase est trop facile à deviner. Prenez au moins 12 caractères, ou laissez-nous en inventer une.</translation>
    </message>
    <message>
        <source>There is not enough room there. Nothing was kept.</source>
        <translation>Il n&apos;y a pas assez de place. Rien n&apos;a été conservé.</translation>
    </message>
    <message>
        <source>That place could not be read or written. Is the stick still in?</source>
        <translation>Impossible de lire ou d&apos;écrire à cet endroit. La clé USB est-elle toujours branchée ?</translation>
    </message>
    <message>
        <source>The keys of this machine could not be reached. Nothing was changed.</source>
        <translation>Les clés de cette machine sont inaccessibles. Rien n&apos;a changé.</translation>
    </message>
    <message>
        <source>That place can&apos;t be written. Nothing was changed.</source>
        <translation>On ne peut pas écrire à cet endroit. Rien n&apos;a changé.</translation>
    </message>
    <message>
        <source>This needs the server, which can&apos;t be reached now. Nothing was changed.</source>
        <translation>Il faut le serveur, qui n&apos;est pas joignable en ce moment. Rien n&apos;a changé.</translation>
    </message>
    <message>
        <source>You signed in without the server. Lock the screen, sign in again while it is connected, and try once more.</source>
        <translation>Vous vous êtes identifié sans le serveur. Verrouillez l&apos;écran, identifiez-vous à nouveau une fois connecté, puis réessayez.</translation>
    </message>
    <message>
        <source>A PIN has 6 to 12 digits.</source>
        <translation>Un code PIN compte de 6 à 12 chiffres.</translation>
    </message>
    <message>
        <source>That PIN is too easy to guess. Take other digits.</source>
        <translation>Ce code PIN est trop facile à deviner. Choisissez d&apos;autres chiffres.</translation>
    </message>
    <message>
        <source>Somebody must be left who can set up the clinic.</source>
        <translation>Il doit rester quelqu&apos;un qui puisse configurer la clinique.</translation>
    </message>
    <message>
        <source>They work at all places, so they can&apos;t be changed from this one.</source>
        <translation>Cette personne travaille sur tous les sites : on ne peut pas la modifier depuis celui-ci.</translation>
    </message>
    <message>
        <source>Somebody else has this e-mail address.</source>
        <translation>Quelqu&apos;un d&apos;autre a cette adresse e-mail.</translation>
    </message>
    <message>
        <source>An administrator of this place only can&apos;t change that.</source>
        <translation>Un administrateur de ce seul site ne peut pas le modifier.</translation>
    </message>
    <message>
        <source>That is not possible here.</source>
        <translation>Ce n&apos;est pas possible ici.</translation>
    </message>
    <message>
        <source>This was said when the program was started, so it can&apos;t be changed here.</source>
        <translation>Cela a été fixé au démarrage du programme et ne peut pas être changé ici.</translation>
    </message>
    <message>
        <source>The settings file has a form that only a person can change. Nothing was changed.</source>
        <translation>Le fichier des réglages a une forme que seule une personne peut modifier. Rien n&apos;a changé.</translation>
    </message>
    <message>
        <source>That could not be done. Nothing was changed.</source>
        <translation>Impossible de le faire. Rien n&apos;a changé.</translation>
    </message>
    <message>
        <source>The server has not heard of it</source>
        <translation>Le serveur n’en a plus de nouvelles</translation>
    </message>
    <message>
        <source>Its printer is out of paper</source>
        <translation>Son imprimante n’a plus de papier</translation>
    </message>
    <message>
        <source>Its printer&apos;s paper is near its end</source>
        <translation>Le papier de son imprimante s’épuise</translation>
    </message>
    <message>
        <source>Its printer&apos;s cover is open</source>
        <translation>Le capot de son imprimante est ouvert</translation>
    </message>
    <message>
        <source>Its printer does not answer</source>
        <translation>Son imprimante ne répond pas</translation>
    </message>
    <message>
        <source>Its printer needs somebody</source>
        <translation>Son imprimante a besoin de quelqu’un</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Patients&apos; screens</source>
        <translation>Écrans des patients</translation>
    </message>
    <message>
        <source>Reception</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Waiting-room board</source>
        <translation>Tableau de la salle d&apos;attente</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>System service (systemd)</source>
        <translation>Service du système (systemd)</translation>
    </message>
    <message>
        <source>System&apos;s keyring</source>
        <translation>Trousseau du système</translation>
    </message>
    <message>
        <source>A file (only to try things out)</source>
        <translation>Un fichier (pour essais seulement)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>By network</source>
        <translation>Par le réseau</translation>
    </message>
    <message>
        <source>By USB</source>
        <translation>Par USB</translation>
    </message>
    <message>
        <source>By serial port</source>
        <translation>Par port série</translation>
    </message>
    <message>
        <source>The system&apos;s printer</source>
        <translation>L&apos;imprimante du système</translation>
    </message>
    <message>
        <source>Wherever there is room</source>
        <translation>Là où il y a de la place</translation>
    </message>
    <message>
        <source>Top left</source>
        <translation>En haut à gauche</translation>
    </message>
    <message>
        <source>Top right</source>
        <translation>En haut à droite</translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation>En bas à gauche</translation>
    </message>
    <message>
        <source>Bottom right</source>
        <translation>En bas à droite</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>Patients&apos; kiosk</source>
        <translation>Borne des patients</translation>
    </message>
    <message>
        <source>Hub in the lobby</source>
        <translation>Relais du hall</translation>
    </message>
</context>
<context>
    <name>Analytics</name>
    <message>
        <source>This needs the server, which can&apos;t be reached now: this machine&apos;s records hold neither other places, payments nor what patients say, and it draws no pictures.</source>
        <translation>Il faut pour cela le serveur, injoignable en ce moment : ce poste ne contient ni les autres sites, ni les paiements, ni l&apos;avis des patients, et ne dessine pas de graphiques.</translation>
    </message>
    <message>
        <source>You signed in without the server. For this lock the screen, and sign in again while it is connected.</source>
        <translation>Vous vous êtes connecté sans le serveur. Pour cela, verrouillez l&apos;écran et reconnectez-vous quand il est joignable.</translation>
    </message>
    <message>
        <source>An administrator of one place reads the reports of that place.</source>
        <translation>L&apos;administrateur d&apos;un seul site lit les rapports de ce site.</translation>
    </message>
    <message>
        <source>There is no such doctor any more.</source>
        <translation>Ce médecin n&apos;existe plus.</translation>
    </message>
    <message>
        <source>The report could not be made. Nothing is lost: try again.</source>
        <translation>Le rapport n&apos;a pas pu être établi. Rien n&apos;est perdu : réessayez.</translation>
    </message>
    <message>
        <source>Counted by the server</source>
        <translation>Calculé par le serveur</translation>
    </message>
    <message>
        <source>Counted from this machine&apos;s records: %1 only</source>
        <translation>Calculé à partir de ce poste : %1 seulement</translation>
    </message>
    <message>
        <source>%1, kept here since %2</source>
        <translation>%1, conservés ici depuis le %2</translation>
    </message>
    <message>
        <source>Before the first</source>
        <translation>Avant le premier</translation>
    </message>
    <message>
        <source>More than 3 years</source>
        <translation>Plus de 3 ans</translation>
    </message>
    <message>
        <source>Not a day</source>
        <translation>Ce n&apos;est pas un jour</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Rapports</translation>
    </message>
    <message>
        <source>How the clinic&apos;s days went. No report names a patient.</source>
        <translation>Le bilan des journées de la clinique. Aucun rapport ne nomme un patient.</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>En tableau</translation>
    </message>
    <message>
        <source>As a picture</source>
        <translation>En graphique</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Jours</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Médecin</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>Du jour</translation>
    </message>
    <message>
        <source>2026-03-09</source>
        <translation>2026-03-09</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>Au jour</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Écrit : %1</translation>
    </message>
    <message>
        <source>Stopped. Nothing was kept.</source>
        <translation>Arrêté. Rien n&apos;a été conservé.</translation>
    </message>
    <message>
        <source>Writing the file …</source>
        <translation>Écriture du fichier …</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 as a picture</source>
        <translation>%1, graphique</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>Calcul en cours …</translation>
    </message>
    <message>
        <source>Nothing happened in these days.</source>
        <translation>Il ne s&apos;est rien passé ces jours-là.</translation>
    </message>
    <message>
        <source>Export this report</source>
        <translation>Exporter ce rapport</translation>
    </message>
    <message>
        <source>The table opens in any spreadsheet. The paper has every report of these days; it and the pictures are drawn by the server.</source>
        <translation>Le tableau s&apos;ouvre dans tout tableur. Le document contient tous les rapports de ces jours ; le serveur le dessine, comme les graphiques.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tableau (CSV)</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>Image (PNG)</translation>
    </message>
    <message>
        <source>Drawing (SVG)</source>
        <translation>Dessin (SVG)</translation>
    </message>
    <message>
        <source>All on paper (PDF)</source>
        <translation>Tout en un document (PDF)</translation>
    </message>
</context>
<context>
    <name>Clinic</name>
    <message>
        <source>This clinic</source>
        <translation>Ce centre</translation>
    </message>
    <message>
        <source>What patients read of this place and are asked here. It stands at every machine as soon as that has heard of it.</source>
        <translation>Ce que les patients lisent de ce lieu et ce qui leur est demandé ici. C’est en vigueur sur chaque poste dès qu’il l’a reçu.</translation>
    </message>
    <message>
        <source>Back to what is in force</source>
        <translation>Revenir à ce qui est en vigueur</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Something here can&apos;t be kept yet.</source>
        <translation>Quelque chose ici ne peut pas encore être enregistré.</translation>
    </message>
    <message>
        <source>It can&apos;t be kept yet: look at “%1”.</source>
        <translation>Ce n’est pas encore enregistrable : voyez « %1 ».</translation>
    </message>
    <message>
        <source>Kept. It stands everywhere as soon as each machine has heard of it.</source>
        <translation>Enregistré. C’est en vigueur partout dès que chaque poste l’a reçu.</translation>
    </message>
    <message>
        <source>Tickets and answers have a new name at once; the heads of screens when they start again.</source>
        <translation>Les tickets et les réponses portent aussitôt un nouveau nom ; l’en-tête des écrans, à leur prochain démarrage.</translation>
    </message>
</context>
<context>
    <name>ClinicWords</name>
    <message>
        <source>The place</source>
        <translation>Le lieu</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Consentement</translation>
    </message>
    <message>
        <source>Reasons to come</source>
        <translation>Motifs de visite</translation>
    </message>
    <message>
        <source>Name, as patients know it</source>
        <translation>Nom, tel que les patients le connaissent</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Heures d’ouverture</translation>
    </message>
    <message>
        <source>Where people wait</source>
        <translation>Où l’on attend</translation>
    </message>
    <message>
        <source>Phone number that patients may ring</source>
        <translation>Numéro que les patients peuvent appeler</translation>
    </message>
    <message>
        <source>such as: Riverside Clinic</source>
        <translation>par exemple : Clinique des Rives</translation>
    </message>
    <message>
        <source>such as: Mon–Fri 8:00–18:00</source>
        <translation>par exemple : lun.–ven. 8:00–18:00</translation>
    </message>
    <message>
        <source>such as: Waiting area B</source>
        <translation>par exemple : salle d’attente B</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>A clinic has a name.</source>
        <translation>Un centre a un nom.</translation>
    </message>
    <message>
        <source>A phone number has digits, blanks and ( ) . / - only, and at least 6 of them.</source>
        <translation>Un numéro n’a que des chiffres, des espaces et ( ) . / -, et au moins 6.</translation>
    </message>
    <message>
        <source>Pregnant</source>
        <translation>Enceinte</translation>
    </message>
    <message>
        <source>A baby with them</source>
        <translation>Avec un bébé</translation>
    </message>
    <message>
        <source>A disability</source>
        <translation>Un handicap</translation>
    </message>
    <message>
        <source>An interpreter</source>
        <translation>Un interprète</translation>
    </message>
    <message>
        <source>A wheelchair</source>
        <translation>Un fauteuil roulant</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Sans image</translation>
    </message>
    <message>
        <source>Picture: pulse</source>
        <translation>Image : pouls</translation>
    </message>
    <message>
        <source>Picture: baby</source>
        <translation>Image : bébé</translation>
    </message>
    <message>
        <source>Picture: plaster</source>
        <translation>Image : pansement</translation>
    </message>
    <message>
        <source>Picture: brain</source>
        <translation>Image : cerveau</translation>
    </message>
    <message>
        <source>Picture: question mark</source>
        <translation>Image : point d’interrogation</translation>
    </message>
    <message>
        <source>Picture: eye</source>
        <translation>Image : œil</translation>
    </message>
    <message>
        <source>Picture: paper</source>
        <translation>Image : papier</translation>
    </message>
    <message>
        <source>Picture: flask</source>
        <translation>Image : flacon</translation>
    </message>
    <message>
        <source>Picture: heart</source>
        <translation>Image : cœur</translation>
    </message>
    <message>
        <source>Picture: pill</source>
        <translation>Image : comprimé</translation>
    </message>
    <message>
        <source>Picture: stethoscope</source>
        <translation>Image : stéthoscope</translation>
    </message>
    <message>
        <source>Picture: syringe</source>
        <translation>Image : seringue</translation>
    </message>
    <message>
        <source>Picture: thermometer</source>
        <translation>Image : thermomètre</translation>
    </message>
</context>
<context>
    <name>ConsentTexts</name>
    <message>
        <source>written</source>
        <translation>écrit</translation>
    </message>
    <message>
        <source>not written</source>
        <translation>pas écrit</translation>
    </message>
    <message>
        <source>What people are asked to agree to</source>
        <translation>Ce que l’on demande d’accepter</translation>
    </message>
    <message>
        <source>Write it in the clinic&apos;s first language too: whoever speaks a language without a text reads that one.</source>
        <translation>Écrivez-le aussi dans la première langue du centre : qui parle une langue sans texte lit celui-là.</translation>
    </message>
    <message>
        <source>Everybody is asked before they check in or book. Another word in any language, and all are asked anew.</source>
        <translation>Chacun est interrogé avant de s’enregistrer ou de réserver. Un mot changé dans une langue, et tous sont interrogés à nouveau.</translation>
    </message>
    <message>
        <source>While no language has a text, nobody is asked.</source>
        <translation>Tant qu’aucune langue n’a de texte, personne n’est interrogé.</translation>
    </message>
</context>
<context>
    <name>Copies</name>
    <message>
        <source>Copies of the records</source>
        <translation>Copies des dossiers</translation>
    </message>
    <message>
        <source>A copy counts once it was opened, checked and counted. Without its passphrase nobody can read it, and nobody can bring the passphrase back.</source>
        <translation>Une copie compte une fois ouverte, vérifiée et comptée. Sans sa phrase secrète, personne ne peut la lire, et personne ne peut retrouver la phrase.</translation>
    </message>
    <message>
        <source>Keep a copy</source>
        <translation>Faire une copie</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Passphrase: at least 12 characters</source>
        <translation>Phrase secrète : au moins 12 caractères</translation>
    </message>
    <message>
        <source>Write it down now, and keep it where the copy is not.</source>
        <translation>Notez-la maintenant et gardez-la ailleurs que la copie.</translation>
    </message>
    <message>
        <source>Make one up</source>
        <translation>En inventer une</translation>
    </message>
    <message>
        <source>Copying: %1 %</source>
        <translation>Copie : %1 %</translation>
    </message>
    <message>
        <source>Trying the copy: %1 %</source>
        <translation>Essai de la copie : %1 %</translation>
    </message>
    <message>
        <source>Kept and tried: %1 patients, %2 appointments, %3.</source>
        <translation>Faite et essayée : %1 patients, %2 rendez-vous, %3.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was kept.</source>
        <translation>Arrêté. Rien n&apos;a été conservé.</translation>
    </message>
    <message>
        <source>Put a copy back</source>
        <translation>Remettre une copie</translation>
    </message>
    <message>
        <source>No copy lies in that place. Put a stick in, or choose another place on the left.</source>
        <translation>Aucune copie à cet endroit. Branchez une clé USB ou choisissez un autre endroit à gauche.</translation>
    </message>
    <message>
        <source>Passphrase of this copy</source>
        <translation>Phrase secrète de cette copie</translation>
    </message>
    <message>
        <source>Reading the copy: %1 %</source>
        <translation>Lecture de la copie : %1 %</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Arrêté. Rien n&apos;a changé.</translation>
    </message>
    <message>
        <source>It lies ready. Start again, and this machine goes on with it; what stands here now is kept.</source>
        <translation>Elle est prête. Redémarrez et cette machine continuera avec elle ; ce qui est là maintenant est gardé.</translation>
    </message>
    <message>
        <source>The copy is whole: %1, made %2, %3 patients, %4 appointments.</source>
        <translation>La copie est complète : %1, faite le %2, %3 patients, %4 rendez-vous.</translation>
    </message>
    <message>
        <source>Try this copy</source>
        <translation>Essayer cette copie</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>La remettre</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>Redémarrer maintenant</translation>
    </message>
    <message>
        <source>Put this copy back?</source>
        <translation>Remettre cette copie ?</translation>
    </message>
    <message>
        <source>This machine goes back to %1. What was done here since then and is not at the server yet stays in the old records, which are kept beside the new ones.</source>
        <translation>Cette machine revient au %1. Ce qui a été fait ici depuis et n&apos;est pas encore sur le serveur reste dans les anciens dossiers, gardés à côté des nouveaux.</translation>
    </message>
    <message>
        <source>Yes, put it back</source>
        <translation>Oui, la remettre</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>ErrandBar</name>
    <message>
        <source>Stop it</source>
        <translation>Arrêter</translation>
    </message>
</context>
<context>
    <name>Look</name>
    <message>
        <source>How our screens look</source>
        <translation>Aspect de nos écrans</translation>
    </message>
    <message>
        <source>Set here for this machine. Words must stand out at least 7 to 1, so that everybody can read them.</source>
        <translation>Réglé pour cette machine. Les mots doivent ressortir d&apos;au moins 7 contre 1 pour que tous puissent les lire.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Kept. This window shows it already; other screens of this machine do when they start again.</source>
        <translation>Enregistré. Cette fenêtre le montre déjà&#xa0;; les autres écrans de cette machine le feront à leur prochain démarrage.</translation>
    </message>
    <message>
        <source>Our colour, as # and six signs</source>
        <translation>Notre couleur : # et six signes</translation>
    </message>
    <message>
        <source>Nothing: the program&apos;s own</source>
        <translation>Rien : celle du programme</translation>
    </message>
    <message>
        <source>That is no colour. One is #084F56.</source>
        <translation>Ce n&apos;est pas une couleur. Par exemple : #084F56.</translation>
    </message>
    <message>
        <source>Words stand out only %1 to 1 on it. Take a darker one.</source>
        <translation>Les mots ne ressortent que de %1 contre 1. Choisissez plus foncé.</translation>
    </message>
    <message>
        <source>The program&apos;s own colour</source>
        <translation>La couleur du programme</translation>
    </message>
    <message>
        <source>Our picture: a PNG, JPEG or SVG file of this machine</source>
        <translation>Notre image : un fichier PNG, JPEG ou SVG de cette machine</translation>
    </message>
    <message>
        <source>Nothing: our sign</source>
        <translation>Rien : notre symbole</translation>
    </message>
    <message>
        <source>That is not a picture we can show.</source>
        <translation>Nous ne pouvons pas afficher cette image.</translation>
    </message>
    <message>
        <source>First language</source>
        <translation>Première langue</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Tell us you are here.</source>
        <translation>Dites-nous que vous êtes là.</translation>
    </message>
    <message>
        <source>I have an appointment</source>
        <translation>J&apos;ai un rendez-vous</translation>
    </message>
    <message>
        <source>Words stand out %1 to 1</source>
        <translation>Les mots ressortent de %1 contre 1</translation>
    </message>
</context>
<context>
    <name>Machines</name>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Running since</source>
        <translation>En marche depuis</translation>
    </message>
    <message>
        <source>Records on this machine</source>
        <translation>Dossiers sur cette machine</translation>
    </message>
    <message>
        <source>Free on the disk</source>
        <translation>Libre sur le disque</translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation>Mémoire utilisée</translation>
    </message>
    <message>
        <source>Clock, against the server&apos;s</source>
        <translation>Horloge, par rapport au serveur</translation>
    </message>
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
        <source>The test page is out.</source>
        <translation>La page de test est sortie.</translation>
    </message>
    <message>
        <source>The page was sent. The printer did not say whether it came out.</source>
        <translation>La page est partie. L&apos;imprimante n&apos;a pas dit si elle est sortie.</translation>
    </message>
    <message>
        <source>No printer is set up on this machine.</source>
        <translation>Aucune imprimante n&apos;est réglée sur cette machine.</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Cette machine</translation>
    </message>
    <message>
        <source>This machine: %1</source>
        <translation>Cette machine : %1</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Imprimante</translation>
    </message>
    <message>
        <source>Printer: %1</source>
        <translation>Imprimante : %1</translation>
    </message>
    <message>
        <source>So since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>The test page did not come out.</source>
        <translation>La page de test n&apos;est pas sortie.</translation>
    </message>
    <message>
        <source>Printing …</source>
        <translation>Impression …</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>Imprimer une page de test</translation>
    </message>
    <message>
        <source>Machines of this place</source>
        <translation>Machines de ce site</translation>
    </message>
    <message>
        <source>%1 · let in no more</source>
        <translation>%1 · n&apos;a plus accès</translation>
    </message>
    <message>
        <source>%1 · this one</source>
        <translation>%1 · celle-ci</translation>
    </message>
    <message>
        <source>%1 · last heard of %2</source>
        <translation>%1 · dernières nouvelles %2</translation>
    </message>
    <message>
        <source>%1 · since %2</source>
        <translation>%1 · depuis %2</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Lecteur de codes</translation>
    </message>
    <message>
        <source>Press here, then scan any code: what it says should appear</source>
        <translation>Appuyez ici, puis lisez un code : son contenu doit apparaître</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>Number for the queue</source>
        <translation>Numéro d&apos;attente</translation>
    </message>
    <message>
        <source>Number for help</source>
        <translation>Numéro d&apos;aide</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Rendez-vous</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>Page de test</translation>
    </message>
    <message>
        <source>Printed with the program&apos;s own template.</source>
        <translation>Imprimé avec le modèle du programme.</translation>
    </message>
    <message>
        <source>Printed with your own template.</source>
        <translation>Imprimé avec votre propre modèle.</translation>
    </message>
    <message>
        <source>Your own template is not right: the program&apos;s own is printed.</source>
        <translation>Votre modèle n&apos;est pas correct : celui du programme est imprimé.</translation>
    </message>
    <message>
        <source>Block %1: %2</source>
        <translation>Bloc %1 : %2</translation>
    </message>
    <message>
        <source>Line %1 can&apos;t be read from character %2 on.</source>
        <translation>La ligne %1 est illisible à partir du caractère %2.</translation>
    </message>
    <message>
        <source>The template ends in the middle of something.</source>
        <translation>Le modèle s’arrête au milieu de quelque chose.</translation>
    </message>
    <message>
        <source>A template is made of [[block]] and nothing else.</source>
        <translation>Un modèle se compose uniquement de [[block]].</translation>
    </message>
    <message>
        <source>A paper has room for so many blocks: %1.</source>
        <translation>Nombre maximal de blocs sur un papier : %1.</translation>
    </message>
    <message>
        <source>The template is too long. It may have so many letters: %1.</source>
        <translation>Le modèle est trop long. Nombre maximal de caractères : %1.</translation>
    </message>
    <message>
        <source>This is no block. Begin it with [[block]].</source>
        <translation>Ce n’est pas un bloc. Commencez-le par [[block]].</translation>
    </message>
    <message>
        <source>It must be exactly one of these: %1.</source>
        <translation>Il doit être exactement l’un de ceux-ci : %1.</translation>
    </message>
    <message>
        <source>%1 means nothing where the block is %2.</source>
        <translation>%1 ne veut rien dire dans un bloc %2.</translation>
    </message>
    <message>
        <source>Write true after %1, or leave it out.</source>
        <translation>Écrivez true après %1, ou retirez-le.</translation>
    </message>
    <message>
        <source>%1 must be a text in quotation marks, no longer than so many letters: %2.</source>
        <translation>%1 doit être un texte entre guillemets. Nombre maximal de caractères : %2.</translation>
    </message>
    <message>
        <source>In %1 a brace is opened or closed alone.</source>
        <translation>Dans %1, une accolade est ouverte ou fermée seule.</translation>
    </message>
    <message>
        <source>%2 in %1 is not known. There are: %3.</source>
        <translation>%2 dans %1 est inconnu. Il existe : %3.</translation>
    </message>
    <message>
        <source>%1 must be a whole number from %2 to %3.</source>
        <translation>%1 doit être un nombre entier de %2 à %3.</translation>
    </message>
    <message>
        <source>%1 must be true or false.</source>
        <translation>%1 doit être true ou false.</translation>
    </message>
    <message>
        <source>%1 must be one of these: %2.</source>
        <translation>%1 doit être l’un de ceux-ci : %2.</translation>
    </message>
    <message>
        <source>This template is not right.</source>
        <translation>Ce modèle n’est pas correct.</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>What is on our papers</source>
        <translation>Ce qui figure sur nos papiers</translation>
    </message>
    <message>
        <source>Change the words or the order on the left; the paper is drawn on the right, with values that are made up.</source>
        <translation>Changez les mots ou l&apos;ordre dans le texte ; le papier se dessine à côté, avec des valeurs inventées.</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>Redémarrer maintenant</translation>
    </message>
    <message>
        <source>Take the program&apos;s own</source>
        <translation>Prendre celui du programme</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>Kept. It is printed so when the program starts again.</source>
        <translation>Conservé. Il sera imprimé ainsi au prochain démarrage du programme.</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>The paper as it would be printed</source>
        <translation>Le papier tel qu&apos;il serait imprimé</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>What becomes of each day</source>
        <translation>Ce que devient chaque jour</translation>
    </message>
    <message>
        <source>No doctor works at this place yet. Add one under Staff.</source>
        <translation>Aucun médecin ne travaille encore ici. Ajoutez-en un sous Personnel.</translation>
    </message>
    <message>
        <source>Say whose days and hours, then look at the plan. It shows each time and what becomes of each day before anything changes.</source>
        <translation>Indiquez le médecin, les jours et les heures, puis voyez le plan. Il montre chaque horaire et ce que devient chaque jour avant tout changement.</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation>Le plan</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>One every</source>
        <translation>Une toutes les</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Mean visit</source>
        <translation>Visite moyenne</translation>
    </message>
    <message>
        <source>Don&apos;t come</source>
        <translation>Ne viennent pas</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Times of a session</source>
        <translation>Horaires d&apos;une séance</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n people</source>
        <translation>
            <numerusform>%1, %n personne</numerusform>
            <numerusform>%1, %n personnes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days get them</source>
        <translation>
            <numerusform>%n jour les reçoit</numerusform>
            <numerusform>%n jours les reçoivent</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n days stay as they are</source>
        <translation>
            <numerusform>%n jour reste tel quel</numerusform>
            <numerusform>%n jours restent tels quels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of its hours give way</source>
        <translation>
            <numerusform>%n plage cède</numerusform>
            <numerusform>%n plages cèdent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>The queue&apos;s order</source>
        <translation>L&apos;ordre de la file</translation>
    </message>
    <message>
        <source>How many minutes each level should wait at most. Level 1 never waits.</source>
        <translation>Combien de minutes chaque niveau devrait attendre au plus. Le niveau 1 n&apos;attend jamais.</translation>
    </message>
    <message>
        <source>Back to what is in force</source>
        <translation>Revenir à ce qui est en vigueur</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>The policy of this place is of a newer version: until this machine is updated, the clinic by day orders the queue.</source>
        <translation>La règle de ce lieu vient d&apos;une version plus récente : tant que cette machine n&apos;est pas à jour, c&apos;est celle de la clinique de jour qui ordonne la file.</translation>
    </message>
    <message>
        <source>Kept. It orders the queue from now on.</source>
        <translation>Conservé. La file est ordonnée ainsi désormais.</translation>
    </message>
    <message>
        <source>Begin from published targets</source>
        <translation>Partir de délais publiés</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Reception may set the triage level too</source>
        <translation>L&apos;accueil peut aussi fixer le niveau de triage</translation>
    </message>
    <message>
        <source>The more of their target somebody has waited, and the more urgent they are, the sooner they are called. In force: version %1, which each explanation names.</source>
        <translation>Plus quelqu&apos;un a attendu par rapport à son délai, et plus c&apos;est urgent, plus tôt il est appelé. En vigueur : version %1, que chaque explication nomme.</translation>
    </message>
    <message>
        <source>Targets in minutes</source>
        <translation>Délais en minutes</translation>
    </message>
    <message>
        <source>%1 (special reason: %2)</source>
        <translation>%1 (motif particulier : %2)</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>non utilisé</translation>
    </message>
</context>
<context>
    <name>PolicyWords</name>
    <message>
        <source>Clinic by day</source>
        <translation>Clinique de jour</translation>
    </message>
    <message>
        <source>CTAS, Canada</source>
        <translation>ÉTG (CTAS), Canada</translation>
    </message>
    <message>
        <source>Manchester, MTS</source>
        <translation>Manchester, MTS</translation>
    </message>
    <message>
        <source>ATS, Australia</source>
        <translation>ATS, Australie</translation>
    </message>
    <message>
        <source>Level 2, very urgent</source>
        <translation>Niveau 2, très urgent</translation>
    </message>
    <message>
        <source>Level 3, urgent</source>
        <translation>Niveau 3, urgent</translation>
    </message>
    <message>
        <source>Level 4, less urgent</source>
        <translation>Niveau 4, moins urgent</translation>
    </message>
    <message>
        <source>Level 5, not urgent</source>
        <translation>Niveau 5, non urgent</translation>
    </message>
    <message>
        <source>Appointment, from its time</source>
        <translation>Rendez-vous, à partir de son heure</translation>
    </message>
    <message>
        <source>A less urgent level must have the longer target.</source>
        <translation>Un niveau moins urgent doit avoir le délai le plus long.</translation>
    </message>
    <message>
        <source>Two levels are too close: with a special reason the less urgent one would pass the other.</source>
        <translation>Deux niveaux sont trop proches : avec un motif particulier, le moins urgent passerait devant l&apos;autre.</translation>
    </message>
    <message>
        <source>An appointment must have a longer target than the most urgent level.</source>
        <translation>Un rendez-vous doit avoir un délai plus long que le niveau le plus urgent.</translation>
    </message>
    <message>
        <source>With a special reason an appointment would pass the most urgent level. Give it a longer target.</source>
        <translation>Avec un motif particulier, un rendez-vous passerait devant le niveau le plus urgent. Donnez-lui un délai plus long.</translation>
    </message>
    <message>
        <source>Beyond its target the least urgent level would overtake the one above it.</source>
        <translation>Au-delà de son délai, le niveau le moins urgent dépasserait celui du dessus.</translation>
    </message>
    <message>
        <source>At least one level needs a target.</source>
        <translation>Il faut un délai pour au moins un niveau.</translation>
    </message>
    <message>
        <source>A target is a number of minutes from 1 to 1440.</source>
        <translation>Un délai est un nombre de minutes de 1 à 1440.</translation>
    </message>
    <message>
        <source>That would order people wrongly.</source>
        <translation>Les gens seraient alors mal ordonnés.</translation>
    </message>
</context>
<context>
    <name>ReasonList</name>
    <message>
        <source>Without words yet</source>
        <translation>Encore sans mots</translation>
    </message>
    <message>
        <source>%1, urgent</source>
        <translation>%1, urgent</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>urgent</translation>
    </message>
    <message>
        <source>These are the clinic&apos;s own.</source>
        <translation>Ce sont ceux du centre.</translation>
    </message>
    <message>
        <source>These are the program&apos;s own; as soon as one is changed, all are the clinic&apos;s.</source>
        <translation>Ce sont ceux du programme ; dès que l’un est modifié, tous deviennent ceux du centre.</translation>
    </message>
    <message>
        <source>Add a reason</source>
        <translation>Ajouter un motif</translation>
    </message>
    <message>
        <source>Take the program&apos;s own reasons</source>
        <translation>Prendre ceux du programme</translation>
    </message>
</context>
<context>
    <name>ReasonPanel</name>
    <message>
        <source>Choose a reason to change it.</source>
        <translation>Choisissez un motif pour le modifier.</translation>
    </message>
    <message>
        <source>What it is called</source>
        <translation>Comment il s’appelle</translation>
    </message>
    <message>
        <source>Its picture</source>
        <translation>Son image</translation>
    </message>
    <message>
        <source>Staff see it as said to be urgent</source>
        <translation>Le personnel le voit signalé comme urgent</translation>
    </message>
    <message>
        <source>Whoever chooses it is not asked for this need any more:</source>
        <translation>À qui le choisit, ce besoin n’est plus demandé :</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Offer it no more</source>
        <translation>Ne plus le proposer</translation>
    </message>
</context>
<context>
    <name>ReportTable</name>
    <message>
        <source>More columns</source>
        <translation>Autres colonnes</translation>
    </message>
</context>
<context>
    <name>SettingWords</name>
    <message>
        <source>What this machine shows</source>
        <translation>Ce que montre cette machine</translation>
    </message>
    <message>
        <source>Name of the clinic</source>
        <translation>Nom de la clinique</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>First language</source>
        <translation>Première langue</translation>
    </message>
    <message>
        <source>Languages offered</source>
        <translation>Langues proposées</translation>
    </message>
    <message>
        <source>Opening hours, in words</source>
        <translation>Horaires, en toutes lettres</translation>
    </message>
    <message>
        <source>Phone number for patients</source>
        <translation>Téléphone pour les patients</translation>
    </message>
    <message>
        <source>Reasons to come without appointment</source>
        <translation>Motifs de venue sans rendez-vous</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse du serveur</translation>
    </message>
    <message>
        <source>Address of the hub in the lobby</source>
        <translation>Adresse du relais du hall</translation>
    </message>
    <message>
        <source>Look for a hub by itself</source>
        <translation>Chercher un relais de soi-même</translation>
    </message>
    <message>
        <source>Chime and speak</source>
        <translation>Carillon et voix</translation>
    </message>
    <message>
        <source>Languages in which calls are spoken</source>
        <translation>Langues des appels parlés</translation>
    </message>
    <message>
        <source>File of the records</source>
        <translation>Fichier des dossiers</translation>
    </message>
    <message>
        <source>Folder of the program&apos;s logs</source>
        <translation>Dossier des journaux du programme</translation>
    </message>
    <message>
        <source>Where keys are kept</source>
        <translation>Où sont gardées les clés</translation>
    </message>
    <message>
        <source>How the printer is connected</source>
        <translation>Raccordement de l&apos;imprimante</translation>
    </message>
    <message>
        <source>Address of the printer</source>
        <translation>Adresse de l&apos;imprimante</translation>
    </message>
    <message>
        <source>Network port of the printer</source>
        <translation>Port réseau de l&apos;imprimante</translation>
    </message>
    <message>
        <source>Device of the printer</source>
        <translation>Périphérique de l&apos;imprimante</translation>
    </message>
    <message>
        <source>Speed of the serial port</source>
        <translation>Vitesse du port série</translation>
    </message>
    <message>
        <source>Folder of own templates for paper</source>
        <translation>Dossier des modèles personnels</translation>
    </message>
    <message>
        <source>Picture on paper</source>
        <translation>Image sur le papier</translation>
    </message>
    <message>
        <source>Width of the paper</source>
        <translation>Largeur du papier</translation>
    </message>
    <message>
        <source>Fill the screen</source>
        <translation>Remplir l&apos;écran</translation>
    </message>
    <message>
        <source>Width of the window</source>
        <translation>Largeur de la fenêtre</translation>
    </message>
    <message>
        <source>Height of the window</source>
        <translation>Hauteur de la fenêtre</translation>
    </message>
    <message>
        <source>Corner of the screen</source>
        <translation>Coin de l&apos;écran</translation>
    </message>
    <message>
        <source>A whole number from %1 to %2.</source>
        <translation>Un nombre entier de %1 à %2.</translation>
    </message>
    <message>
        <source>Language tags, with commas between them: en, es, ar. The first language is one of them.</source>
        <translation>Codes de langue séparés par des virgules : en, es, ar. La première langue en fait partie.</translation>
    </message>
    <message>
        <source>Several, with commas between them, or nothing.</source>
        <translation>Plusieurs, séparés par des virgules, ou rien.</translation>
    </message>
    <message>
        <source>The name of a time zone, such as Europe/Berlin.</source>
        <translation>Le nom d&apos;un fuseau horaire, comme Europe/Berlin.</translation>
    </message>
    <message>
        <source>An address such as https://clinic.example, or nothing.</source>
        <translation>Une adresse comme https://clinic.example, ou rien.</translation>
    </message>
    <message>
        <source>A file or folder of this machine, or nothing.</source>
        <translation>Un fichier ou un dossier de cette machine, ou rien.</translation>
    </message>
    <message>
        <source>One line of text.</source>
        <translation>Une ligne de texte.</translation>
    </message>
    <message>
        <source>said when the program was started</source>
        <translation>fixé au démarrage du programme</translation>
    </message>
    <message>
        <source>said by the system&apos;s environment</source>
        <translation>fixé par l&apos;environnement du système</translation>
    </message>
    <message>
        <source>from the settings file</source>
        <translation>du fichier des réglages</translation>
    </message>
    <message>
        <source>from the server</source>
        <translation>du serveur</translation>
    </message>
    <message>
        <source>not set: this is the usual value</source>
        <translation>non réglé : valeur habituelle</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>not set</source>
        <translation>non réglé</translation>
    </message>
    <message>
        <source>Settings of this machine</source>
        <translation>Réglages de cette machine</translation>
    </message>
    <message numerus="yes">
        <source>%n changes take effect when the program starts again.</source>
        <translation>
            <numerusform>%n changement prendra effet au prochain démarrage du programme.</numerusform>
            <numerusform>%n changements prendront effet au prochain démarrage du programme.</numerusform>
        </translation>
    </message>
    <message>
        <source>Each change is checked before it is kept, and takes effect when the program starts again.</source>
        <translation>Chaque changement est vérifié avant d&apos;être gardé et prend effet au prochain démarrage du programme.</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>Redémarrer maintenant</translation>
    </message>
    <message>
        <source>%1 · from the next start</source>
        <translation>%1 · au prochain démarrage</translation>
    </message>
    <message>
        <source>Choose a setting to change it.</source>
        <translation>Choisissez un réglage à modifier.</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Nouvelle valeur</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>Who works here</source>
        <translation>Qui travaille ici</translation>
    </message>
    <message>
        <source>People and what they may do are kept at the server, so changes need it.</source>
        <translation>Les personnes et leurs droits sont sur le serveur : il le faut pour les changer.</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation>Ajouter quelqu&apos;un</translation>
    </message>
    <message>
        <source>%1 · let in no more</source>
        <translation>%1 · n&apos;a plus accès</translation>
    </message>
    <message>
        <source>Choose somebody to change what is said of them.</source>
        <translation>Choisissez quelqu&apos;un pour modifier ce qui le concerne.</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>Une nouvelle personne</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Works as</source>
        <translation>Travaille comme</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Salle</translation>
    </message>
    <message>
        <source>Specialty</source>
        <translation>Spécialité</translation>
    </message>
    <message>
        <source>E-mail, with which they sign in</source>
        <translation>E-mail de connexion</translation>
    </message>
    <message>
        <source>Give them this code. It is shown only once, and with it they choose their password:</source>
        <translation>Donnez-lui ce code. Il n&apos;est montré qu&apos;une fois et lui permet de choisir son mot de passe :</translation>
    </message>
    <message>
        <source>A PIN for them, of 6 digits or more</source>
        <translation>Un code PIN pour cette personne, de 6 chiffres ou plus</translation>
    </message>
    <message>
        <source>Let them sign in with this PIN</source>
        <translation>Autoriser la connexion avec ce code PIN</translation>
    </message>
    <message>
        <source>Let them choose a new password</source>
        <translation>Lui faire choisir un nouveau mot de passe</translation>
    </message>
    <message>
        <source>Let them in no more</source>
        <translation>Retirer l&apos;accès</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Enregistré.</translation>
    </message>
    <message>
        <source>They sign in at every desk with this PIN now. Desks that are cut off learn it later.</source>
        <translation>Ce code PIN vaut maintenant à tous les postes. Les postes coupés du réseau l&apos;apprendront plus tard.</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation>Le serveur est interrogé …</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Let %1 in no more?</source>
        <translation>Retirer l&apos;accès à %1 ?</translation>
    </message>
    <message>
        <source>They are signed out everywhere within seconds. What they did stays theirs.</source>
        <translation>Ses sessions se ferment partout en quelques secondes. Ce qui a été fait reste à son nom.</translation>
    </message>
    <message>
        <source>Yes, let them in no more</source>
        <translation>Oui, retirer l&apos;accès</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>Fetching the clinic&apos;s records: %1 %</source>
        <translation>Réception des dossiers de la clinique : %1 %</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached. The hub in the lobby keeps what is done here.</source>
        <translation>Le serveur n&apos;est pas joignable. Le relais du hall garde ce qui est fait ici.</translation>
    </message>
    <message>
        <source>Connected to the server.</source>
        <translation>Connecté au serveur.</translation>
    </message>
    <message>
        <source>Connected. The server has everything.</source>
        <translation>Connecté. Le serveur a tout.</translation>
    </message>
    <message>
        <source>Sending and fetching …</source>
        <translation>Envoi et réception …</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached. Everything goes on here, and is sent later.</source>
        <translation>Le serveur n&apos;est pas joignable. Tout continue ici et sera envoyé plus tard.</translation>
    </message>
    <message>
        <source>The server answers with errors. It is tried again by itself.</source>
        <translation>Le serveur répond par des erreurs. Un nouvel essai se fait tout seul.</translation>
    </message>
    <message>
        <source>Waiting alone will not mend this: please ask for help, and name the code.</source>
        <translation>Attendre ne suffira pas : demandez de l&apos;aide en donnant le code.</translation>
    </message>
    <message>
        <source>No server is named: this machine works alone.</source>
        <translation>Aucun serveur : cette machine travaille seule.</translation>
    </message>
    <message numerus="yes">
        <source>Done: %n pieces of work were settled.</source>
        <translation>
            <numerusform>Fait : %n acte a été réglé.</numerusform>
            <numerusform>Fait : %n actes ont été réglés.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server did not answer. Nothing is lost: it is tried again by itself.</source>
        <translation>Le serveur n&apos;a pas répondu. Rien n&apos;est perdu : un nouvel essai se fera tout seul.</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Écrit : %1</translation>
    </message>
    <message>
        <source>Stopped. Nothing was kept.</source>
        <translation>Arrêté. Rien n&apos;a été conservé.</translation>
    </message>
    <message>
        <source>Sync log</source>
        <translation>Journal de synchronisation</translation>
    </message>
    <message>
        <source>%1 Code: %2</source>
        <translation>%1 Code : %2</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation>Le serveur est interrogé …</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Synchroniser</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>À envoyer</translation>
    </message>
    <message>
        <source>Safe at the hub</source>
        <translation>En sûreté au relais</translation>
    </message>
    <message>
        <source>Kept back</source>
        <translation>Retenu</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>À examiner</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Dernière réponse</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>pas encore</translation>
    </message>
    <message>
        <source>So since</source>
        <translation>Depuis</translation>
    </message>
    <message numerus="yes">
        <source>Writing the file: %n entries so far</source>
        <translation>
            <numerusform>Écriture du fichier : %n entrée pour l&apos;instant</numerusform>
            <numerusform>Écriture du fichier : %n entrées pour l&apos;instant</numerusform>
        </translation>
    </message>
    <message>
        <source>From day</source>
        <translation>Du jour</translation>
    </message>
    <message>
        <source>2026-03-09</source>
        <translation>2026-03-09</translation>
    </message>
    <message>
        <source>Not a day</source>
        <translation>Ce n&apos;est pas un jour</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>Au jour</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Machine</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Acte</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entrée</numerusform>
            <numerusform>%n entrées</numerusform>
        </translation>
    </message>
    <message>
        <source>More than %1 entries</source>
        <translation>Plus de %1 entrées</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Nothing in the log is like that.</source>
        <translation>Rien de tel dans le journal.</translation>
    </message>
    <message>
        <source>Nothing was done here yet.</source>
        <translation>Rien n&apos;a encore été fait ici.</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Réglé</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>Fait par</translation>
    </message>
    <message>
        <source>The patient</source>
        <translation>Le patient</translation>
    </message>
    <message>
        <source>Nobody known, or the program itself</source>
        <translation>Personne de connu, ou le programme lui-même</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos de</translation>
    </message>
    <message>
        <source>Number in its log</source>
        <translation>Numéro dans son journal</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>All that it changed</source>
        <translation>Tout ce qui a changé</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Export the sync log</source>
        <translation>Exporter le journal</translation>
    </message>
    <message numerus="yes">
        <source>What the filter leaves: %n entries.</source>
        <translation>
            <numerusform>Ce que laisse le filtre : %n entrée.</numerusform>
            <numerusform>Ce que laisse le filtre : %n entrées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All of it: %n entries.</source>
        <translation>
            <numerusform>Tout : %n entrée.</numerusform>
            <numerusform>Tout : %n entrées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tableau (CSV)</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>Paper (PDF)</source>
        <translation>Papier (PDF)</translation>
    </message>
</context>
<context>
    <name>TemplateWords</name>
    <message>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>Commence à</translation>
    </message>
    <message>
        <source>Ends at</source>
        <translation>Finit à</translation>
    </message>
    <message>
        <source>Mean visit, min</source>
        <translation>Visite moyenne, min</translation>
    </message>
    <message>
        <source>Don&apos;t come, %</source>
        <translation>Ne viennent pas, %</translation>
    </message>
    <message>
        <source>2026-03-09</source>
        <translation>2026-03-09</translation>
    </message>
    <message>
        <source>08:00</source>
        <translation>08:00</translation>
    </message>
    <message>
        <source>12:00</source>
        <translation>12:00</translation>
    </message>
    <message>
        <source>from the past</source>
        <translation>du passé</translation>
    </message>
    <message>
        <source>%1 proposed</source>
        <translation>%1 proposé</translation>
    </message>
    <message>
        <source>A day is written 2026-03-09.</source>
        <translation>Un jour s&apos;écrit 2026-03-09.</translation>
    </message>
    <message>
        <source>That is before the first day.</source>
        <translation>C&apos;est avant le premier jour.</translation>
    </message>
    <message>
        <source>92 days at most.</source>
        <translation>92 jours au plus.</translation>
    </message>
    <message>
        <source>A time is written 08:05, in steps of 5 minutes.</source>
        <translation>Une heure s&apos;écrit 08:05, de 5 en 5 minutes.</translation>
    </message>
    <message>
        <source>A session ends after it begins.</source>
        <translation>Une séance finit après son début.</translation>
    </message>
    <message>
        <source>That is shorter than one visit.</source>
        <translation>C&apos;est plus court qu&apos;une visite.</translation>
    </message>
    <message>
        <source>3 to 120 minutes.</source>
        <translation>De 3 à 120 minutes.</translation>
    </message>
    <message>
        <source>0 to 60 per cent.</source>
        <translation>De 0 à 60 pour cent.</translation>
    </message>
    <message>
        <source>A plan needs the server, which can&apos;t be reached now. Nothing was changed, and what you typed stays here.</source>
        <translation>Un plan a besoin du serveur, injoignable pour l&apos;instant. Rien n&apos;a changé et votre saisie reste ici.</translation>
    </message>
    <message>
        <source>You signed in without the server. Lock the screen, sign in again while it is connected, and try once more: what you typed stays here.</source>
        <translation>Vous vous êtes connecté sans le serveur. Verrouillez l&apos;écran, reconnectez-vous quand il répond et réessayez : votre saisie reste ici.</translation>
    </message>
    <message>
        <source>Something changed since you looked, so nothing was done. This is how it would be now.</source>
        <translation>Quelque chose a changé depuis ; rien n&apos;a donc été fait. Voici ce que cela donnerait maintenant.</translation>
    </message>
    <message>
        <source>No template can be made of this: a session is at least as long as its mean visit.</source>
        <translation>Impossible d&apos;en faire un modèle : une séance dure au moins une visite moyenne.</translation>
    </message>
    <message>
        <source>That doctor works here no more. Choose another one.</source>
        <translation>Ce médecin ne travaille plus ici. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Has begun or passed</source>
        <translation>Commencé ou passé</translation>
    </message>
    <message>
        <source>On leave: stays so</source>
        <translation>En congé : inchangé</translation>
    </message>
    <message>
        <source>Keeps its recurring hours</source>
        <translation>Garde ses heures récurrentes</translation>
    </message>
    <message>
        <source>Works at another place then</source>
        <translation>Travaille alors ailleurs</translation>
    </message>
    <message>
        <source>Keeps the hours it has</source>
        <translation>Garde les heures prévues</translation>
    </message>
    <message>
        <source>Has these times already</source>
        <translation>A déjà ces horaires</translation>
    </message>
    <message>
        <source>Gets these times</source>
        <translation>Reçoit ces horaires</translation>
    </message>
    <message numerus="yes">
        <source>%n booked, who keep their time</source>
        <translation>
            <numerusform>%n inscrit, qui garde son heure</numerusform>
            <numerusform>%n inscrits, qui gardent leur heure</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1, sur %2</translation>
    </message>
    <message numerus="yes">
        <source>%n times beside the template</source>
        <translation>
            <numerusform>%n horaire hors du modèle</numerusform>
            <numerusform>%n horaires hors du modèle</numerusform>
        </translation>
    </message>
    <message>
        <source>Mean visit: from their own visits here, drawn to everybody&apos;s.</source>
        <translation>Visite moyenne : d&apos;après ses propres visites ici, rapprochée de celle de tous.</translation>
    </message>
    <message>
        <source>Mean visit: from everybody&apos;s visits here, as they have none of their own yet.</source>
        <translation>Visite moyenne : d&apos;après les visites de tous ici, faute de visites à son nom.</translation>
    </message>
    <message>
        <source>Mean visit: the usual one, as there are too few past visits here.</source>
        <translation>Visite moyenne : la valeur usuelle, faute d&apos;assez de visites passées ici.</translation>
    </message>
    <message>
        <source>Mean visit: as you typed it.</source>
        <translation>Visite moyenne : selon votre saisie.</translation>
    </message>
    <message numerus="yes">
        <source>Don&apos;t come: from their own appointments here in the last %n days, drawn to everybody&apos;s.</source>
        <translation>
            <numerusform>Ne viennent pas : d&apos;après ses propres rendez-vous ici du dernier jour, rapproché de celui de tous.</numerusform>
            <numerusform>Ne viennent pas : d&apos;après ses propres rendez-vous ici des %n derniers jours, rapproché de celui de tous.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Don&apos;t come: from everybody&apos;s appointments here in the last %n days, as they have none of their own yet.</source>
        <translation>
            <numerusform>Ne viennent pas : d&apos;après les rendez-vous de tous ici du dernier jour, faute de rendez-vous à son nom.</numerusform>
            <numerusform>Ne viennent pas : d&apos;après les rendez-vous de tous ici des %n derniers jours, faute de rendez-vous à son nom.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Don&apos;t come: the usual share, as fewer than %1 appointments were kept or missed here in the last %n days.</source>
        <translation>
            <numerusform>Ne viennent pas : la part usuelle, car moins de %1 rendez-vous ont été tenus ou manqués ici le dernier jour.</numerusform>
            <numerusform>Ne viennent pas : la part usuelle, car moins de %1 rendez-vous ont été tenus ou manqués ici ces %n derniers jours.</numerusform>
        </translation>
    </message>
    <message>
        <source>Don&apos;t come: as you typed it.</source>
        <translation>Ne viennent pas : selon votre saisie.</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Session templates</source>
        <translation>Modèles de séance</translation>
    </message>
    <message numerus="yes">
        <source>Done: %n days have these times now, and can be booked.</source>
        <translation>
            <numerusform>C&apos;est fait : %n jour a maintenant ces horaires, ouverts à la réservation.</numerusform>
            <numerusform>C&apos;est fait : %n jours ont maintenant ces horaires, ouverts à la réservation.</numerusform>
        </translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Médecin</translation>
    </message>
    <message>
        <source>Doctor at %1</source>
        <translation>Médecin à %1</translation>
    </message>
    <message>
        <source>Nobody chosen yet</source>
        <translation>Personne encore</translation>
    </message>
    <message>
        <source>Choose a doctor first.</source>
        <translation>Choisissez d&apos;abord un médecin.</translation>
    </message>
    <message>
        <source>On these days of the week</source>
        <translation>Ces jours de la semaine</translation>
    </message>
    <message>
        <source>Hours within the session give way</source>
        <translation>Les heures dans la séance cèdent</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation>Le serveur est interrogé …</translation>
    </message>
    <message>
        <source>Two come at the start, then one after another. Where some stay away, more are booked.</source>
        <translation>Deux viennent au début, puis une à la fois. Si certaines ne viennent pas, on en inscrit davantage.</translation>
    </message>
    <message>
        <source>Look at the plan</source>
        <translation>Voir le plan</translation>
    </message>
    <message numerus="yes">
        <source>Apply it to %n days</source>
        <translation>
            <numerusform>L&apos;appliquer à %n jour</numerusform>
            <numerusform>L&apos;appliquer à %n jours</numerusform>
        </translation>
    </message>
</context>
</TS>
