<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>Alerts</name>
    <message>
        <source>Emergency · number %1 · since %2</source>
        <translation>Urgence · numéro %1 · depuis %2</translation>
    </message>
    <message>
        <source>Emergency at %1 · number %2 · since %3</source>
        <translation>Urgence à %1 · numéro %2 · depuis %3</translation>
    </message>
    <message>
        <source>Somebody needs help · number %1 · since %2</source>
        <translation>Quelqu&apos;un a besoin d&apos;aide · numéro %1 · depuis %2</translation>
    </message>
    <message>
        <source>Somebody needs help at %1 · number %2 · since %3</source>
        <translation>Quelqu&apos;un a besoin d&apos;aide à %1 · numéro %2 · depuis %3</translation>
    </message>
    <message>
        <source>%1 · since %2</source>
        <translation>%1 · depuis %2</translation>
    </message>
    <message>
        <source>%1 · at %2 · since %3</source>
        <translation>%1 · à %2 · depuis %3</translation>
    </message>
    <message>
        <source>%1: %2 · since %3</source>
        <translation>%1 : %2 · depuis %3</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Imprimante</translation>
    </message>
    <message>
        <source>%1 says that their details have changed</source>
        <translation>%1 signale que ses données ont changé</translation>
    </message>
    <message>
        <source>%1 has not given their consent</source>
        <translation>%1 n&apos;a pas donné son consentement</translation>
    </message>
    <message>
        <source>%1 has not given their consent, and says that their details have changed</source>
        <translation>%1 n&apos;a pas donné son consentement et signale que ses données ont changé</translation>
    </message>
    <message>
        <source>the printer is out of paper</source>
        <translation>l&apos;imprimante n&apos;a plus de papier</translation>
    </message>
    <message>
        <source>the printer&apos;s cover is open</source>
        <translation>le capot de l&apos;imprimante est ouvert</translation>
    </message>
    <message>
        <source>the printer does not answer</source>
        <translation>l&apos;imprimante ne répond pas</translation>
    </message>
    <message>
        <source>the server has not heard of it</source>
        <translation>le serveur n’en a plus de nouvelles</translation>
    </message>
    <message>
        <source>the paper is near its end</source>
        <translation>le papier est presque fini</translation>
    </message>
    <message>
        <source>the printer needs somebody</source>
        <translation>l&apos;imprimante demande une intervention</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody is with them</source>
        <translation>Quelqu&apos;un est auprès d&apos;eux</translation>
    </message>
    <message>
        <source>Seen to</source>
        <translation>C&apos;est réglé</translation>
    </message>
</context>
<context>
    <name>AlikePanel</name>
    <message>
        <source>Is it one of these?</source>
        <translation>Est-ce l&apos;une de ces personnes ?</translation>
    </message>
    <message>
        <source>Name and phone or birth date are much the same.</source>
        <translation>Le nom et le téléphone ou la date de naissance se ressemblent beaucoup.</translation>
    </message>
    <message>
        <source>No, somebody new</source>
        <translation>Non, une nouvelle personne</translation>
    </message>
    <message>
        <source>Leave the form</source>
        <translation>Quitter le formulaire</translation>
    </message>
</context>
<context>
    <name>Coming</name>
    <message>
        <source>Next appointment</source>
        <translation>Prochain rendez-vous</translation>
    </message>
    <message>
        <source>No more appointments today</source>
        <translation>Plus de rendez-vous aujourd&apos;hui</translation>
    </message>
    <message numerus="yes">
        <source>%n more today</source>
        <comment>appointments</comment>
        <translation>
            <numerusform>encore %n aujourd&apos;hui</numerusform>
            <numerusform>encore %n aujourd&apos;hui</numerusform>
        </translation>
    </message>
    <message>
        <source>the last at %1</source>
        <translation>le dernier à %1</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>The queue cannot be read just now. This is how it stood at %1.</source>
        <translation>La file ne peut pas être lue pour l&apos;instant. Voici son état à %1.</translation>
    </message>
    <message>
        <source>The queue cannot be read just now.</source>
        <translation>La file ne peut pas être lue pour l&apos;instant.</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>Rappeler</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Hold back</source>
        <translation>Différer</translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>Appeler le suivant</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>My queue</source>
        <translation>Ma file</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>DoctorChoices</name>
    <message>
        <source>Waits for</source>
        <translation>Attend</translation>
    </message>
    <message>
        <source>whoever is free</source>
        <translation>le premier disponible</translation>
    </message>
</context>
<context>
    <name>FormPanel</name>
    <message>
        <source>New person</source>
        <translation>Nouvelle personne</translation>
    </message>
    <message>
        <source>Change details</source>
        <translation>Modifier les données</translation>
    </message>
    <message>
        <source>Somebody else changed this person meanwhile. This is how it stands now: please enter your change once more.</source>
        <translation>Quelqu&apos;un d&apos;autre a modifié cette personne entre-temps. Voici l&apos;état actuel : saisissez de nouveau votre modification.</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Prénom</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>Il faut un nom.</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Naissance</translation>
    </message>
    <message>
        <source>day month year</source>
        <translation>jour mois année</translation>
    </message>
    <message>
        <source>This is no birth date.</source>
        <translation>Ce n&apos;est pas une date de naissance.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Reason for the visit</source>
        <translation>Motif de la visite</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Attend</translation>
    </message>
    <message>
        <source>Register and add to the queue</source>
        <translation>Enregistrer et mettre dans la file</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Leave the form</source>
        <translation>Quitter le formulaire</translation>
    </message>
</context>
<context>
    <name>Line</name>
    <message>
        <source>Whoever is free</source>
        <translation>Premier disponible</translation>
    </message>
    <message>
        <source>not in today</source>
        <translation>absent aujourd&apos;hui</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>Appeler le suivant</translation>
    </message>
    <message>
        <source>Call next for %1</source>
        <translation>Appeler le suivant pour %1</translation>
    </message>
    <message>
        <source>Called with the next of any doctor</source>
        <translation>Appelés par le prochain médecin libre</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Personne n&apos;attend</translation>
    </message>
</context>
<context>
    <name>PastWords</name>
    <message>
        <source>details changed</source>
        <translation>données modifiées</translation>
    </message>
    <message>
        <source>consent given at the desk</source>
        <translation>consentement donné à l&apos;accueil</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>visite</translation>
    </message>
    <message>
        <source>appointment</source>
        <translation>rendez-vous</translation>
    </message>
    <message>
        <source>booked</source>
        <translation>réservé</translation>
    </message>
    <message>
        <source>with the doctor</source>
        <translation>en consultation</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>called off</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>did not come</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>déplacé</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>%1 waits with number %2.</source>
        <translation>%1 attend avec le numéro %2.</translation>
    </message>
    <message>
        <source>%1 waits already, with number %2.</source>
        <translation>%1 attend déjà, avec le numéro %2.</translation>
    </message>
    <message>
        <source>The details of %1 are saved.</source>
        <translation>Les données de %1 sont enregistrées.</translation>
    </message>
    <message>
        <source>This person is not known any more.</source>
        <translation>Cette personne n&apos;est plus connue.</translation>
    </message>
    <message>
        <source>There are no numbers left today.</source>
        <translation>Il n&apos;y a plus de numéros aujourd&apos;hui.</translation>
    </message>
    <message>
        <source>Sent to the printer, marked as a reprint.</source>
        <translation>Envoyé à l’imprimante, avec la mention « Réimpression ».</translation>
    </message>
    <message>
        <source>This machine has no printer.</source>
        <translation>Ce poste n&apos;a pas d&apos;imprimante.</translation>
    </message>
    <message>
        <source>Your role does not allow that.</source>
        <translation>Votre rôle ne le permet pas.</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>Chercher une personne</translation>
    </message>
    <message>
        <source>Name, phone, birth date or number</source>
        <translation>Nom, téléphone, date de naissance ou numéro</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Nouvelle personne</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Personnes trouvées</translation>
    </message>
    <message>
        <source>The records could not be asked. Please try again.</source>
        <translation>Les dossiers n&apos;ont pas pu être consultés. Veuillez réessayer.</translation>
    </message>
    <message>
        <source>Nobody found. Press Enter to register them.</source>
        <translation>Personne trouvé. Appuyez sur Entrée pour enregistrer.</translation>
    </message>
    <message>
        <source>Type a name: everybody the clinic knows is found here, with or without a network.</source>
        <translation>Tapez un nom : tous ceux que la clinique connaît se trouvent ici, avec ou sans réseau.</translation>
    </message>
    <message>
        <source>Choose somebody to see what is known of them.</source>
        <translation>Choisissez quelqu&apos;un pour voir ce que l&apos;on sait.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>PersonPanel</name>
    <message>
        <source>given on %1, to an earlier text</source>
        <translation>donné le %1, à un texte antérieur</translation>
    </message>
    <message>
        <source>given on %1</source>
        <translation>donné le %1</translation>
    </message>
    <message>
        <source>declined on %1, for an earlier text</source>
        <translation>refusé le %1, pour un texte antérieur</translation>
    </message>
    <message>
        <source>declined on %1</source>
        <translation>refusé le %1</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>pas encore demandé</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Naissance</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identité</translation>
    </message>
    <message>
        <source>seen by staff</source>
        <translation>vérifiée par le personnel</translation>
    </message>
    <message>
        <source>not seen by staff yet</source>
        <translation>pas encore vérifiée par le personnel</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Consentement</translation>
    </message>
    <message>
        <source>They agree now</source>
        <translation>Donne son accord maintenant</translation>
    </message>
    <message>
        <source>Add to the queue of</source>
        <translation>Mettre dans la file de</translation>
    </message>
    <message>
        <source>What happened before</source>
        <translation>Ce qui s&apos;est passé avant</translation>
    </message>
    <message>
        <source>Reprint the slip</source>
        <translation>Réimprimer le rendez-vous</translation>
    </message>
    <message>
        <source>Reprint the receipt</source>
        <translation>Réimprimer le reçu</translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>Mettre dans la file</translation>
    </message>
    <message>
        <source>Change details</source>
        <translation>Modifier les données</translation>
    </message>
</context>
<context>
    <name>PlaceCard</name>
    <message>
        <source>See at once</source>
        <translation>À voir tout de suite</translation>
    </message>
    <message>
        <source>Booked for %1</source>
        <translation>Rendez-vous à %1</translation>
    </message>
    <message>
        <source>%1 min over target</source>
        <translation>%1 min au-delà de l&apos;objectif</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>sans nom</translation>
    </message>
</context>
<context>
    <name>PlacePanel</name>
    <message>
        <source>%1 (%2)</source>
        <comment>date of birth, age in years</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Choose somebody, by hand or with the arrow keys</source>
        <translation>Choisissez quelqu&apos;un, du doigt ou avec les flèches</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Appeler</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>Rappeler</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Is back</source>
        <translation>De retour</translation>
    </message>
    <message>
        <source>Hold back</source>
        <translation>Différer</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transférer</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>Est parti</translation>
    </message>
    <message>
        <source>Reprint</source>
        <translation>Réimprimer</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Naissance</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Came for</source>
        <translation>Vient pour</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Besoins</translation>
    </message>
    <message>
        <source>Booked for</source>
        <translation>Rendez-vous à</translation>
    </message>
    <message>
        <source>Number from</source>
        <translation>Numéro de</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identité</translation>
    </message>
    <message>
        <source>not verified yet</source>
        <translation>pas encore vérifiée</translation>
    </message>
    <message>
        <source>Called by</source>
        <translation>Appelé par</translation>
    </message>
    <message>
        <source>Put first</source>
        <translation>Priorité donnée</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Feels worse</source>
        <translation>Se sent plus mal</translation>
    </message>
    <message>
        <source>In great pain</source>
        <translation>Souffre beaucoup</translation>
    </message>
    <message>
        <source>With a small child</source>
        <translation>Avec un jeune enfant</translation>
    </message>
    <message>
        <source>The doctor asks for them</source>
        <translation>Le médecin le demande</translation>
    </message>
    <message>
        <source>Back from the laboratory</source>
        <translation>Revient du laboratoire</translation>
    </message>
    <message>
        <source>Why before the others?</source>
        <translation>Pourquoi avant les autres ?</translation>
    </message>
    <message>
        <source>Which doctor calls?</source>
        <translation>Quel médecin appelle ?</translation>
    </message>
    <message>
        <source>To which doctor?</source>
        <translation>À quel médecin ?</translation>
    </message>
    <message>
        <source>How urgent is it?</source>
        <translation>Quel degré d&apos;urgence ?</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Autre raison</translation>
    </message>
    <message>
        <source>not in today</source>
        <translation>absent aujourd&apos;hui</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Emergency: %1, see at once</source>
        <translation>Urgence vitale : %1, à voir tout de suite</translation>
    </message>
    <message>
        <source>The queue cannot be read just now. This is how it stood at %1.</source>
        <translation>La file ne peut pas être lue pour l&apos;instant. Voici son état à %1.</translation>
    </message>
    <message>
        <source>The queue cannot be read just now.</source>
        <translation>La file ne peut pas être lue pour l&apos;instant.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>No doctor is in today, and nobody waits</source>
        <translation>Aucun médecin aujourd&apos;hui, et personne n&apos;attend</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>QueueWords</name>
    <message>
        <source>%1–%2 min</source>
        <comment>how long until they are called</comment>
        <translation>%1–%2 min</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>how long somebody has waited</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Being seen</source>
        <translation>En consultation</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Appelé</translation>
    </message>
    <message>
        <source>Called again to %1</source>
        <translation>Rappelé vers %1</translation>
    </message>
    <message>
        <source>Called to %1</source>
        <translation>Appelé vers %1</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Différé</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>Ne s&apos;est pas présenté</translation>
    </message>
    <message>
        <source>Emergency: see at once</source>
        <translation>Urgence vitale : à voir tout de suite</translation>
    </message>
    <message>
        <source>Visit over</source>
        <translation>Visite terminée</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>Sans RDV</translation>
    </message>
    <message>
        <source>put first</source>
        <translation>prioritaire</translation>
    </message>
    <message>
        <source>+%1 min</source>
        <comment>beyond the target</comment>
        <translation>+%1 min</translation>
    </message>
    <message>
        <source>came late</source>
        <translation>en retard</translation>
    </message>
    <message>
        <source>level %1</source>
        <comment>of triage</comment>
        <translation>niveau %1</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>non vérifié</translation>
    </message>
    <message>
        <source>Emergency: at once</source>
        <translation>Urgence vitale</translation>
    </message>
    <message>
        <source>Very urgent</source>
        <translation>Très urgent</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>Less urgent</source>
        <translation>Peu urgent</translation>
    </message>
    <message>
        <source>Not urgent</source>
        <translation>Non urgent</translation>
    </message>
    <message>
        <source>Waited %1 min</source>
        <translation>A attendu %1 min</translation>
    </message>
    <message>
        <source>%1 min before their time</source>
        <translation>%1 min avant son heure</translation>
    </message>
    <message>
        <source>Level %1: target %2, not %3 min</source>
        <translation>Niveau %1 : objectif %2 et non %3 min</translation>
    </message>
    <message>
        <source>No level yet, as routine: target %1 min</source>
        <translation>Sans niveau, cas courant : objectif %1 min</translation>
    </message>
    <message>
        <source>Appointment: target %1, not %2 min</source>
        <translation>Rendez-vous : objectif %1 et non %2 min</translation>
    </message>
    <message>
        <source>75 or older: target %1, not %2 min</source>
        <translation>75 ans ou plus : objectif %1 et non %2 min</translation>
    </message>
    <message>
        <source>Under one year: target %1, not %2 min</source>
        <translation>Moins d&apos;un an : objectif %1 et non %2 min</translation>
    </message>
    <message>
        <source>Pregnant: target %1, not %2 min</source>
        <translation>Grossesse : objectif %1 et non %2 min</translation>
    </message>
    <message>
        <source>Disability: target %1, not %2 min</source>
        <translation>Handicap : objectif %1 et non %2 min</translation>
    </message>
    <message>
        <source>%1 min beyond the target: each counts %2 times</source>
        <translation>%1 min au-delà de l&apos;objectif : chacune compte %2 fois</translation>
    </message>
    <message>
        <source>More than %1 min late: waits as a walk-in</source>
        <translation>Plus de %1 min de retard : attend comme sans rendez-vous</translation>
    </message>
    <message>
        <source>Missed their call: the wait counts anew</source>
        <translation>A manqué son appel : l&apos;attente repart de zéro</translation>
    </message>
    <message>
        <source>Put first by %1: %2</source>
        <translation>Priorité donnée par %1 : %2</translation>
    </message>
    <message>
        <source>The time of arrival is not certain: that machine&apos;s clock was never checked</source>
        <translation>L&apos;heure d&apos;arrivée n&apos;est pas sûre : l&apos;horloge de cette borne n&apos;a jamais été vérifiée</translation>
    </message>
    <message>
        <source>%1 was called</source>
        <translation>%1 a été appelé</translation>
    </message>
    <message>
        <source>%1 was called to %2</source>
        <translation>%1 a été appelé vers %2</translation>
    </message>
    <message>
        <source>%1 was called again</source>
        <translation>%1 a été rappelé</translation>
    </message>
    <message>
        <source>%1 did not come and waits anew</source>
        <translation>%1 ne s&apos;est pas présenté et attend de nouveau</translation>
    </message>
    <message>
        <source>%1 did not come the third time: off the list</source>
        <translation>%1 absent pour la troisième fois : retiré de la liste</translation>
    </message>
    <message>
        <source>%1 is held back</source>
        <translation>%1 est différé</translation>
    </message>
    <message>
        <source>%1 may be called again</source>
        <translation>%1 peut de nouveau être appelé</translation>
    </message>
    <message>
        <source>%1 has gone in</source>
        <translation>%1 est entré</translation>
    </message>
    <message>
        <source>%1: visit completed</source>
        <translation>%1 : visite terminée</translation>
    </message>
    <message>
        <source>%1 has left</source>
        <translation>%1 est parti</translation>
    </message>
    <message>
        <source>%1 was handed over</source>
        <translation>%1 a été transféré</translation>
    </message>
    <message>
        <source>%1 has a new level</source>
        <translation>%1 a un nouveau niveau</translation>
    </message>
    <message>
        <source>%1: taken back</source>
        <translation>%1 : annulé</translation>
    </message>
    <message>
        <source>%1: ticket sent to the printer</source>
        <translation>%1 : ticket envoyé à l&apos;imprimante</translation>
    </message>
    <message>
        <source>%1 is an emergency: the alarm is raised</source>
        <translation>%1 est une urgence vitale : l&apos;alerte est donnée</translation>
    </message>
    <message>
        <source>This number is no longer in the queue.</source>
        <translation>Ce numéro n&apos;est plus dans la file.</translation>
    </message>
    <message>
        <source>This doctor does not work here any more.</source>
        <translation>Ce médecin ne travaille plus ici.</translation>
    </message>
    <message>
        <source>Nobody is waiting who may be called.</source>
        <translation>Personne en attente ne peut être appelé.</translation>
    </message>
    <message>
        <source>%1 was called again three times. Mark as absent.</source>
        <translation>%1 a été rappelé trois fois. Marquez-le absent.</translation>
    </message>
    <message>
        <source>%1: another desk has gone on since. Nothing to take back.</source>
        <translation>%1 : un autre poste a continué depuis. Rien à annuler.</translation>
    </message>
    <message>
        <source>Your role may not do this.</source>
        <translation>Votre rôle ne permet pas cela.</translation>
    </message>
    <message>
        <source>This machine has no printer.</source>
        <translation>Ce poste n&apos;a pas d&apos;imprimante.</translation>
    </message>
    <message>
        <source>Two desks called %1. They go to %2, called by %3.</source>
        <translation>Deux postes ont appelé %1. Il va vers %2, appelé par %3.</translation>
    </message>
    <message>
        <source>That could not be done. Nothing was changed. Please try again.</source>
        <translation>Cela n&apos;a pas pu être fait. Rien n&apos;a changé. Veuillez réessayer.</translation>
    </message>
    <message>
        <source>%1 has just been called to %2 by %3.</source>
        <translation>%1 vient d&apos;être appelé vers %2 par %3.</translation>
    </message>
    <message>
        <source>%1 has moved on meanwhile: %2.</source>
        <comment>%2 is a state, such as Being seen</comment>
        <translation>%1 a avancé entre-temps : %2.</translation>
    </message>
</context>
<context>
    <name>Settle</name>
    <message>
        <source>Settled.</source>
        <translation>Réglé.</translation>
    </message>
    <message>
        <source>Another desk has settled this already.</source>
        <translation>Un autre poste l&apos;a déjà réglé.</translation>
    </message>
    <message>
        <source>%1 settled this already, at %2.</source>
        <translation>%1 l&apos;a déjà réglé, à %2.</translation>
    </message>
    <message>
        <source>It can&apos;t be settled so any more. Nothing was changed.</source>
        <translation>Cela ne peut plus être réglé ainsi. Rien n&apos;a changé.</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>À régler</translation>
    </message>
    <message>
        <source>The records could not be asked. Please try again.</source>
        <translation>Les dossiers n&apos;ont pas pu être consultés. Veuillez réessayer.</translation>
    </message>
    <message>
        <source>Nothing to settle.</source>
        <translation>Rien à régler.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Look for people who are registered twice</source>
        <translation>Chercher des personnes enregistrées deux fois</translation>
    </message>
    <message>
        <source>Choose what you want to settle.</source>
        <translation>Choisissez ce que vous voulez régler.</translation>
    </message>
    <message>
        <source>It is kept on this machine, and is offered again when the server can take it. An administrator finds it in the sync log.</source>
        <translation>C&apos;est conservé sur ce poste et sera proposé de nouveau quand le serveur pourra le prendre. Un administrateur le trouve dans le journal de synchronisation.</translation>
    </message>
    <message>
        <source>One record</source>
        <translation>Un dossier</translation>
    </message>
    <message>
        <source>The other record</source>
        <translation>L&apos;autre dossier</translation>
    </message>
    <message>
        <source>Stands now</source>
        <translation>En vigueur</translation>
    </message>
    <message>
        <source>Was said elsewhere</source>
        <translation>Saisi ailleurs</translation>
    </message>
    <message>
        <source>%1, as it is right</source>
        <translation>%1 : la bonne valeur</translation>
    </message>
    <message>
        <source>Or type what is right</source>
        <translation>Ou saisissez ce qui est juste</translation>
    </message>
    <message>
        <source>This is no date. Day, month and year: 14 3 1974</source>
        <translation>Ce n&apos;est pas une date. Jour, mois et année : 14 3 1974</translation>
    </message>
    <message>
        <source>Move it to a free time:</source>
        <translation>Déplacer vers un créneau libre :</translation>
    </message>
    <message>
        <source>No free time is near. Please ring them, and book anew.</source>
        <translation>Aucun créneau proche. Appelez la personne et reprenez rendez-vous.</translation>
    </message>
    <message>
        <source>They are one person</source>
        <translation>C&apos;est la même personne</translation>
    </message>
    <message>
        <source>They are one person, as chosen</source>
        <translation>C&apos;est une seule personne, comme choisi</translation>
    </message>
    <message>
        <source>Settle it as chosen</source>
        <translation>Régler comme choisi</translation>
    </message>
    <message>
        <source>Nothing is to be done</source>
        <translation>Rien à faire</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>SettleWords</name>
    <message>
        <source>The server did not take this</source>
        <translation>Le serveur ne l&apos;a pas accepté</translation>
    </message>
    <message>
        <source>Two records, perhaps one person</source>
        <translation>Deux dossiers, peut-être une seule personne</translation>
    </message>
    <message>
        <source>Changed in two places</source>
        <translation>Modifié à deux endroits</translation>
    </message>
    <message>
        <source>Called off, and yet here</source>
        <translation>Annulé, et pourtant présent</translation>
    </message>
    <message>
        <source>Called off, and moved</source>
        <translation>Annulé et déplacé</translation>
    </message>
    <message>
        <source>Deleted, and changed</source>
        <translation>Supprimé et modifié</translation>
    </message>
    <message>
        <source>The time was given twice</source>
        <translation>Le créneau a été donné deux fois</translation>
    </message>
    <message>
        <source>Outside the doctor&apos;s hours</source>
        <translation>Hors des heures du médecin</translation>
    </message>
    <message>
        <source>Please decide</source>
        <translation>À décider</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Prénom</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Naissance</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Sexe</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>It changes something that the server has never heard of.</source>
        <translation>Cela modifie quelque chose que le serveur ne connaît pas.</translation>
    </message>
    <message>
        <source>The data of one of these people were erased meanwhile.</source>
        <translation>Les données de l&apos;une de ces personnes ont été effacées entre-temps.</translation>
    </message>
    <message>
        <source>It is more than one step may change.</source>
        <translation>C&apos;est plus qu&apos;une seule étape ne peut modifier.</translation>
    </message>
    <message>
        <source>It belongs to another place of the clinic.</source>
        <translation>Cela relève d&apos;un autre site de la clinique.</translation>
    </message>
    <message>
        <source>Another machine holds these places.</source>
        <translation>Une autre machine détient ces places.</translation>
    </message>
    <message>
        <source>A desk may not change this: it is kept at the server.</source>
        <translation>Un poste ne peut pas modifier cela : c&apos;est conservé sur le serveur.</translation>
    </message>
    <message>
        <source>Its number was not this machine&apos;s to give.</source>
        <translation>Cette machine ne pouvait pas attribuer ce numéro.</translation>
    </message>
    <message>
        <source>There is such a record already.</source>
        <translation>Cet enregistrement existe déjà.</translation>
    </message>
    <message>
        <source>What was written of this is never changed.</source>
        <translation>Ce qui en a été écrit n&apos;est jamais modifié.</translation>
    </message>
    <message>
        <source>Nobody&apos;s record is deleted from a desk.</source>
        <translation>Aucun dossier n&apos;est supprimé depuis un poste.</translation>
    </message>
    <message>
        <source>The server does not understand it. Perhaps it is older than this machine.</source>
        <translation>Le serveur ne le comprend pas. Il est peut-être plus ancien que cette machine.</translation>
    </message>
    <message>
        <source>The visit was somewhere else already: this step did not fit any more.</source>
        <translation>La visite en était déjà ailleurs : cette étape ne convenait plus.</translation>
    </message>
    <message>
        <source>The server gave no reason.</source>
        <translation>Le serveur n&apos;a donné aucune raison.</translation>
    </message>
    <message>
        <source>They are two people</source>
        <translation>Ce sont deux personnes</translation>
    </message>
    <message>
        <source>The visit stands</source>
        <translation>La visite est maintenue</translation>
    </message>
    <message>
        <source>They have left</source>
        <translation>La personne est partie</translation>
    </message>
    <message>
        <source>The new time stands</source>
        <translation>Le nouvel horaire est maintenu</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Leave the time as it is</source>
        <translation>Laisser l&apos;horaire tel quel</translation>
    </message>
    <message>
        <source>Keep what stands</source>
        <translation>Garder ce qui est en vigueur</translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>They are here</source>
        <translation>La personne est là</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Take the other</source>
        <translation>Prendre l&apos;autre</translation>
    </message>
</context>
<context>
    <name>Tab</name>
    <message>
        <source>Whoever is free</source>
        <translation>Premier disponible</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>%1 is here, with number %2.</source>
        <translation>%1 est là, avec le numéro %2.</translation>
    </message>
    <message>
        <source>%1 was here already, with number %2.</source>
        <translation>%1 était déjà là, avec le numéro %2.</translation>
    </message>
    <message>
        <source>It is noted that %1 did not come.</source>
        <translation>Il est noté que %1 n&apos;est pas venu.</translation>
    </message>
    <message>
        <source>The appointment of %1 is called off.</source>
        <translation>Le rendez-vous de %1 est annulé.</translation>
    </message>
    <message>
        <source>It is too early to check %1 in.</source>
        <translation>Il est trop tôt pour enregistrer l&apos;arrivée de %1.</translation>
    </message>
    <message>
        <source>The time of %1 has not come yet.</source>
        <translation>L&apos;heure de %1 n&apos;est pas encore venue.</translation>
    </message>
    <message>
        <source>Something happened to this appointment meanwhile. This is how it stands now.</source>
        <translation>Ce rendez-vous a changé entre-temps. Voici son état actuel.</translation>
    </message>
    <message>
        <source>This appointment can&apos;t be checked in any more.</source>
        <translation>L&apos;arrivée ne peut plus être enregistrée pour ce rendez-vous.</translation>
    </message>
    <message>
        <source>There are no numbers left today.</source>
        <translation>Il n&apos;y a plus de numéros aujourd&apos;hui.</translation>
    </message>
    <message>
        <source>Sent to the printer, marked as a reprint.</source>
        <translation>Envoyé à l’imprimante, avec la mention « Réimpression ».</translation>
    </message>
    <message>
        <source>This machine has no printer.</source>
        <translation>Ce poste n&apos;a pas d&apos;imprimante.</translation>
    </message>
    <message>
        <source>Your role does not allow that.</source>
        <translation>Votre rôle ne le permet pas.</translation>
    </message>
    <message>
        <source>Find in today&apos;s list</source>
        <translation>Chercher dans la liste du jour</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message numerus="yes">
        <source>%n still to come</source>
        <translation>
            <numerusform>%n attendu</numerusform>
            <numerusform>%n attendus</numerusform>
        </translation>
    </message>
    <message>
        <source>Today&apos;s appointments</source>
        <translation>Rendez-vous du jour</translation>
    </message>
    <message>
        <source>time not confirmed yet</source>
        <translation>horaire pas encore confirmé</translation>
    </message>
    <message>
        <source>here · %1</source>
        <translation>présent · %1</translation>
    </message>
    <message>
        <source>The records could not be asked. Please try again.</source>
        <translation>Les dossiers n&apos;ont pas pu être consultés. Veuillez réessayer.</translation>
    </message>
    <message>
        <source>No appointments today.</source>
        <translation>Aucun rendez-vous aujourd&apos;hui.</translation>
    </message>
    <message>
        <source>Nobody of that name today.</source>
        <translation>Personne de ce nom aujourd&apos;hui.</translation>
    </message>
    <message>
        <source>Choose an appointment.</source>
        <translation>Choisissez un rendez-vous.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Médecin</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>Enregistrer l&apos;arrivée</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>N&apos;est pas venu</translation>
    </message>
    <message>
        <source>Call off</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Reprint the slip</source>
        <translation>Réimprimer le rendez-vous</translation>
    </message>
    <message>
        <source>Reprint the receipt</source>
        <translation>Réimprimer le reçu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Call this appointment off?</source>
        <translation>Annuler ce rendez-vous ?</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Garder</translation>
    </message>
</context>
<context>
    <name>Visitor</name>
    <message>
        <source>%1 (%2)</source>
        <comment>date of birth, age in years</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Call the next person when you are ready</source>
        <translation>Appelez la personne suivante quand vous êtes prêt</translation>
    </message>
    <message>
        <source>Nobody is waiting for you</source>
        <translation>Personne ne vous attend</translation>
    </message>
    <message>
        <source>Came for</source>
        <translation>Vient pour</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Besoins</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Naissance</translation>
    </message>
    <message>
        <source>Booked for</source>
        <translation>Rendez-vous à</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Put first</source>
        <translation>Priorité donnée</translation>
    </message>
    <message>
        <source>Came at</source>
        <translation>Arrivée</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>Why they are next</source>
        <translation>Pourquoi c&apos;est son tour</translation>
    </message>
    <message>
        <source>Why they are number %1 in line</source>
        <translation>Pourquoi sa place est la %1</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>%1, due %2</source>
        <comment>a score and the time at which the target falls due</comment>
        <translation>%1, échéance %2</translation>
    </message>
    <message>
        <source>Came before, called after: %1</source>
        <translation>Venus avant, appelés après : %1</translation>
    </message>
</context>
</TS>
