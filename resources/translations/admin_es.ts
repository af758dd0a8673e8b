<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES" sourcelanguage="en">
<context>
    <name>AdminWords</name>
    <message>
        <source>All machines</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>All kinds of work</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>All places</source>
        <translation>Todos los centros</translation>
    </message>
    <message>
        <source>All doctors</source>
        <translation>Todos los médicos</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>Own days</source>
        <translation>Otros días</translation>
    </message>
    <message>
        <source>It is safe on this machine, and goes to the server as soon as it can be reached.</source>
        <translation>Está a salvo en este equipo y se enviará al servidor en cuanto haya conexión.</translation>
    </message>
    <message>
        <source>The server has taken it as it was done here.</source>
        <translation>El servidor lo ha aceptado tal como se hizo aquí.</translation>
    </message>
    <message>
        <source>The server keeps it and has not applied it. It is tried again by itself when the rules change.</source>
        <translation>El servidor lo guarda y no lo ha aplicado. Se vuelve a intentar solo cuando cambian las reglas.</translation>
    </message>
    <message>
        <source>The server has applied what the rules allow. Somebody should look at the rest.</source>
        <translation>El servidor ha aplicado lo que permiten las reglas. Alguien debería revisar el resto.</translation>
    </message>
    <message>
        <source>The passphrase is not right, or this file is not a copy of our records. Nothing was changed.</source>
        <translation>La frase de acceso no es correcta o este archivo no es una copia de nuestros registros. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>This copy is damaged: a part of it is torn or missing. Nothing was changed.</source>
        <translation>Esta copia está dañada: le falta una parte o está rota. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>A newer version of the program made this copy. Install that version first. Nothing was changed.</source>
        <translation>Esta copia la hizo una versión más nueva del programa. Instale antes esa versión. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>That passphrase is too easy to guess. Take at least 12 characters, or let us make one up.</source>
        <translation>Esa frase es demasiado fácil de adivinar. Use al menos 12 caracteres o deje que inventemos una.</translation>
    </message>
    <message>
        <source>There is not enough room there. Nothing was kept.</source>
        <translation>No hay sitio suficiente. No se ha guardado nada.</translation>
    </message>
    <message>
        <source>That place could not be read or written. Is the stick still in?</source>
        <translation>No se ha podido leer o escribir en ese lugar. ¿Sigue puesta la memoria USB?</translation>
    </message>
    <message>
        <source>The keys of this machine could not be reached. Nothing was changed.</source>
        <translation>No se ha podido acceder a las claves de este equipo. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>That place can&apos;t be written. Nothing was changed.</source>
        <translation>No se puede escribir en ese lugar. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>This needs the server, which can&apos;t be reached now. Nothing was changed.</source>
        <translation>Para esto hace falta el servidor, y ahora no hay conexión. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>You signed in without the server. Lock the screen, sign in again while it is connected, and try once more.</source>
        <translation>Inició sesión sin el servidor. Bloquee la pantalla, inicie sesión de nuevo con conexión y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>A PIN has 6 to 12 digits.</source>
        <translation>Un PIN tiene de 6 a 12 cifras.</translation>
    </message>
    <message>
        <source>That PIN is too easy to guess. Take other digits.</source>
        <translation>Ese PIN es demasiado fácil de adivinar. Elija otras cifras.</translation>
    </message>
    <message>
        <source>Somebody must be left who can set up the clinic.</source>
        <translation>Debe quedar alguien que pueda configurar la clínica.</translation>
    </message>
    <message>
        <source>They work at all places, so they can&apos;t be changed from this one.</source>
        <translation>Trabaja en todas las sedes, así que no se puede cambiar desde esta.</translation>
    </message>
    <message>
        <source>Somebody else has this e-mail address.</source>
        <translation>Otra persona tiene esta dirección de correo.</translation>
    </message>
    <message>
        <source>An administrator of this place only can&apos;t change that.</source>
        <translation>Un administrador de esta sola sede no puede cambiarlo.</translation>
    </message>
    <message>
        <source>That is not possible here.</source>
        <translation>Eso no es posible aquí.</translation>
    </message>
    <message>
        <source>This was said when the program was started, so it can&apos;t be changed here.</source>
        <translation>Se indicó al arrancar el programa, así que no se puede cambiar aquí.</translation>
    </message>
    <message>
        <source>The settings file has a form that only a person can change. Nothing was changed.</source>
        <translation>El archivo de ajustes tiene una forma que solo una persona puede cambiar. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>That could not be done. Nothing was changed.</source>
        <translation>No se ha podido hacer. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>The server has not heard of it</source>
        <translation>El servidor no sabe nada de él</translation>
    </message>
    <message>
        <source>Its printer is out of paper</source>
        <translation>Su impresora no tiene papel</translation>
    </message>
    <message>
        <source>Its printer&apos;s paper is near its end</source>
        <translation>A su impresora le queda poco papel</translation>
    </message>
    <message>
        <source>Its printer&apos;s cover is open</source>
        <translation>La tapa de su impresora está abierta</translation>
    </message>
    <message>
        <source>Its printer does not answer</source>
        <translation>Su impresora no responde</translation>
    </message>
    <message>
        <source>Its printer needs somebody</source>
        <translation>Su impresora necesita a alguien</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Patients&apos; screens</source>
        <translation>Pantallas de pacientes</translation>
    </message>
    <message>
        <source>Reception</source>
        <translation>Recepción</translation>
    </message>
    <message>
        <source>Waiting-room board</source>
        <translation>Pantalla de la sala de espera</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administración</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>System service (systemd)</source>
        <translation>Servicio del sistema (systemd)</translation>
    </message>
    <message>
        <source>System&apos;s keyring</source>
        <translation>Llavero del sistema</translation>
    </message>
    <message>
        <source>A file (only to try things out)</source>
        <translation>Un archivo (solo para pruebas)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>By network</source>
        <translation>Por red</translation>
    </message>
    <message>
        <source>By USB</source>
        <translation>Por USB</translation>
    </message>
    <message>
        <source>By serial port</source>
        <translation>Por puerto serie</translation>
    </message>
    <message>
        <source>The system&apos;s printer</source>
        <translation>La impresora del sistema</translation>
    </message>
    <message>
        <source>Wherever there is room</source>
        <translation>Donde haya sitio</translation>
    </message>
    <message>
        <source>Top left</source>
        <translation>Arriba a la izquierda</translation>
    </message>
    <message>
        <source>Top right</source>
        <translation>Arriba a la derecha</translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation>Abajo a la izquierda</translation>
    </message>
    <message>
        <source>Bottom right</source>
        <translation>Abajo a la derecha</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>Patients&apos; kiosk</source>
        <translation>Quiosco de pacientes</translation>
    </message>
    <message>
        <source>Hub in the lobby</source>
        <translation>Nodo del vestíbulo</translation>
    </message>
</context>
<context>
    <name>Analytics</name>
    <message>
        <source>This needs the server, which can&apos;t be reached now: this machine&apos;s records hold neither other places, payments nor what patients say, and it draws no pictures.</source>
        <translation>Esto necesita el servidor, que ahora no responde: los registros de este equipo no contienen otros centros, pagos ni opiniones de pacientes, y aquí no se dibujan gráficos.</translation>
    </message>
    <message>
        <source>You signed in without the server. For this lock the screen, and sign in again while it is connected.</source>
        <translation>Ha iniciado sesión sin el servidor. Para esto, bloquee la pantalla e inicie sesión de nuevo cuando haya conexión.</translation>
    </message>
    <message>
        <source>An administrator of one place reads the reports of that place.</source>
        <translation>Un administrador de un solo centro lee los informes de ese centro.</translation>
    </message>
    <message>
        <source>There is no such doctor any more.</source>
        <translation>Ese médico ya no existe.</translation>
    </message>
    <message>
        <source>The report could not be made. Nothing is lost: try again.</source>
        <translation>No se pudo hacer el informe. No se ha perdido nada: inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Counted by the server</source>
        <translation>Calculado por el servidor</translation>
    </message>
    <message>
        <source>Counted from this machine&apos;s records: %1 only</source>
        <translation>Calculado con los registros de este equipo: solo %1</translation>
    </message>
    <message>
        <source>%1, kept here since %2</source>
        <translation>%1, guardados aquí desde el %2</translation>
    </message>
    <message>
        <source>Before the first</source>
        <translation>Antes del primero</translation>
    </message>
    <message>
        <source>More than 3 years</source>
        <translation>Más de 3 años</translation>
    </message>
    <message>
        <source>Not a day</source>
        <translation>No es un día</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Informes</translation>
    </message>
    <message>
        <source>How the clinic&apos;s days went. No report names a patient.</source>
        <translation>Cómo fueron los días de la clínica. Ningún informe nombra a un paciente.</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>Como tabla</translation>
    </message>
    <message>
        <source>As a picture</source>
        <translation>Como gráfico</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Días</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Centro</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Médico</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>Desde el día</translation>
    </message>
    <message>
        <source>2026-03-09</source>
        <translation>2026-03-09</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>Hasta el día</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Escrito: %1</translation>
    </message>
    <message>
        <source>Stopped. Nothing was kept.</source>
        <translation>Detenido. No se ha guardado nada.</translation>
    </message>
    <message>
        <source>Writing the file …</source>
        <translation>Escribiendo el archivo …</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 as a picture</source>
        <translation>%1, gráfico</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>Calculando …</translation>
    </message>
    <message>
        <source>Nothing happened in these days.</source>
        <translation>No hubo nada en estos días.</translation>
    </message>
    <message>
        <source>Export this report</source>
        <translation>Exportar este informe</translation>
    </message>
    <message>
        <source>The table opens in any spreadsheet. The paper has every report of these days; it and the pictures are drawn by the server.</source>
        <translation>La tabla se abre en cualquier hoja de cálculo. El documento contiene todos los informes de estos días; lo dibuja el servidor, igual que los gráficos.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabla (CSV)</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>Imagen (PNG)</translation>
    </message>
    <message>
        <source>Drawing (SVG)</source>
        <translation>Dibujo (SVG)</translation>
    </message>
    <message>
        <source>All on paper (PDF)</source>
        <translation>Todo en un documento (PDF)</translation>
    </message>
</context>
<context>
    <name>Clinic</name>
    <message>
        <source>This clinic</source>
        <translation>Este centro</translation>
    </message>
    <message>
        <source>What patients read of this place and are asked here. It stands at every machine as soon as that has heard of it.</source>
        <translation>Lo que los pacientes leen de este lugar y lo que se les pregunta aquí. Vale en cada equipo en cuanto este lo recibe.</translation>
    </message>
    <message>
        <source>Back to what is in force</source>
        <translation>Volver a lo vigente</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Something here can&apos;t be kept yet.</source>
        <translation>Aquí hay algo que aún no se puede guardar.</translation>
    </message>
    <message>
        <source>It can&apos;t be kept yet: look at “%1”.</source>
        <translation>Aún no se puede guardar: mire en «%1».</translation>
    </message>
    <message>
        <source>Kept. It stands everywhere as soon as each machine has heard of it.</source>
        <translation>Guardado. Vale en todas partes en cuanto cada equipo lo recibe.</translation>
    </message>
    <message>
        <source>Tickets and answers have a new name at once; the heads of screens when they start again.</source>
        <translation>Los tiques y las respuestas llevan el nombre nuevo enseguida; la cabecera de las pantallas, cuando se inician de nuevo.</translation>
    </message>
</context>
<context>
    <name>ClinicWords</name>
    <message>
        <source>The place</source>
        <translation>El lugar</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Consentimiento</translation>
    </message>
    <message>
        <source>Reasons to come</source>
        <translation>Motivos de visita</translation>
    </message>
    <message>
        <source>Name, as patients know it</source>
        <translation>Nombre, como lo conocen los pacientes</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Horario de apertura</translation>
    </message>
    <message>
        <source>Where people wait</source>
        <translation>Dónde se espera</translation>
    </message>
    <message>
        <source>Phone number that patients may ring</source>
        <translation>Teléfono al que pueden llamar los pacientes</translation>
    </message>
    <message>
        <source>such as: Riverside Clinic</source>
        <translation>por ejemplo: Clínica Ribera</translation>
    </message>
    <message>
        <source>such as: Mon–Fri 8:00–18:00</source>
        <translation>por ejemplo: lu–vi 8:00–18:00</translation>
    </message>
    <message>
        <source>such as: Waiting area B</source>
        <translation>por ejemplo: sala de espera B</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>A clinic has a name.</source>
        <translation>Un centro tiene un nombre.</translation>
    </message>
    <message>
        <source>A phone number has digits, blanks and ( ) . / - only, and at least 6 of them.</source>
        <translation>Un teléfono solo lleva cifras, espacios y ( ) . / -, y al menos 6.</translation>
    </message>
    <message>
        <source>Pregnant</source>
        <translation>Embarazada</translation>
    </message>
    <message>
        <source>A baby with them</source>
        <translation>Con un bebé</translation>
    </message>
    <message>
        <source>A disability</source>
        <translation>Una discapacidad</translation>
    </message>
    <message>
        <source>An interpreter</source>
        <translation>Un intérprete</translation>
    </message>
    <message>
        <source>A wheelchair</source>
        <translation>Una silla de ruedas</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Sin imagen</translation>
    </message>
    <message>
        <source>Picture: pulse</source>
        <translation>Imagen: pulso</translation>
    </message>
    <message>
        <source>Picture: baby</source>
        <translation>Imagen: bebé</translation>
    </message>
    <message>
        <source>Picture: plaster</source>
        <translation>Imagen: tirita</translation>
    </message>
    <message>
        <source>Picture: brain</source>
        <translation>Imagen: cerebro</translation>
    </message>
    <message>
        <source>Picture: question mark</source>
        <translation>Imagen: interrogación</translation>
    </message>
    <message>
        <source>Picture: eye</source>
        <translation>Imagen: ojo</translation>
    </message>
    <message>
        <source>Picture: paper</source>
        <translation>Imagen: papel</translation>
    </message>
    <message>
        <source>Picture: flask</source>
        <translation>Imagen: matraz</translation>
    </message>
    <message>
        <source>Picture: heart</source>
        <translation>Imagen: corazón</translation>
    </message>
    <message>
        <source>Picture: pill</source>
        <translation>Imagen: pastilla</translation>
    </message>
    <message>
        <source>Picture: stethoscope</source>
        <translation>Imagen: estetoscopio</translation>
    </message>
    <message>
        <source>Picture: syringe</source>
        <translation>Imagen: jeringa</translation>
    </message>
    <message>
        <source>Picture: thermometer</source>
        <translation>Imagen: termómetro</translation>
    </message>
</context>
<context>
    <name>ConsentTexts</name>
    <message>
        <source>written</source>
        <translation>escrito</translation>
    </message>
    <message>
        <source>not written</source>
        <translation>sin escribir</translation>
    </message>
    <message>
        <source>What people are asked to agree to</source>
        <translation>Lo que se pide aceptar</translation>
    </message>
    <message>
        <source>Write it in the clinic&apos;s first language too: whoever speaks a language without a text reads that one.</source>
        <translation>Escríbalo también en el primer idioma del centro: quien hable un idioma sin texto lee ese.</translation>
    </message>
    <message>
        <source>Everybody is asked before they check in or book. Another word in any language, and all are asked anew.</source>
        <translation>Se pregunta a todos antes de registrarse o reservar. Si cambia una palabra en cualquier idioma, se pregunta de nuevo a todos.</translation>
    </message>
    <message>
        <source>While no language has a text, nobody is asked.</source>
        <translation>Mientras ningún idioma tenga texto, no se pregunta a nadie.</translation>
    </message>
</context>
<context>
    <name>Copies</name>
    <message>
        <source>Copies of the records</source>
        <translation>Copias de los registros</translation>
    </message>
    <message>
        <source>A copy counts once it was opened, checked and counted. Without its passphrase nobody can read it, and nobody can bring the passphrase back.</source>
        <translation>Una copia vale cuando se ha abierto, comprobado y contado. Sin su frase de acceso nadie puede leerla, y nadie puede recuperar la frase.</translation>
    </message>
    <message>
        <source>Keep a copy</source>
        <translation>Guardar una copia</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Passphrase: at least 12 characters</source>
        <translation>Frase de acceso: al menos 12 caracteres</translation>
    </message>
    <message>
        <source>Write it down now, and keep it where the copy is not.</source>
        <translation>Apúntela ahora y guárdela lejos de la copia.</translation>
    </message>
    <message>
        <source>Make one up</source>
        <translation>Inventar una</translation>
    </message>
    <message>
        <source>Copying: %1 %</source>
        <translation>Copiando: %1 %</translation>
    </message>
    <message>
        <source>Trying the copy: %1 %</source>
        <translation>Probando la copia: %1 %</translation>
    </message>
    <message>
        <source>Kept and tried: %1 patients, %2 appointments, %3.</source>
        <translation>Guardada y probada: %1 pacientes, %2 citas, %3.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was kept.</source>
        <translation>Detenido. No se ha guardado nada.</translation>
    </message>
    <message>
        <source>Put a copy back</source>
        <translation>Recuperar una copia</translation>
    </message>
    <message>
        <source>No copy lies in that place. Put a stick in, or choose another place on the left.</source>
        <translation>No hay ninguna copia en ese lugar. Ponga una memoria USB o elija otro lugar a la izquierda.</translation>
    </message>
    <message>
        <source>Passphrase of this copy</source>
        <translation>Frase de acceso de esta copia</translation>
    </message>
    <message>
        <source>Reading the copy: %1 %</source>
        <translation>Leyendo la copia: %1 %</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Detenido. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>It lies ready. Start again, and this machine goes on with it; what stands here now is kept.</source>
        <translation>Está lista. Reinicie y este equipo seguirá con ella; lo que hay ahora se conserva.</translation>
    </message>
    <message>
        <source>The copy is whole: %1, made %2, %3 patients, %4 appointments.</source>
        <translation>La copia está entera: %1, hecha el %2, %3 pacientes, %4 citas.</translation>
    </message>
    <message>
        <source>Try this copy</source>
        <translation>Probar esta copia</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Recuperarla</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>Reiniciar ahora</translation>
    </message>
    <message>
        <source>Put this copy back?</source>
        <translation>¿Recuperar esta copia?</translation>
    </message>
    <message>
        <source>This machine goes back to %1. What was done here since then and is not at the server yet stays in the old records, which are kept beside the new ones.</source>
        <translation>Este equipo vuelve al %1. Lo hecho aquí desde entonces que aún no está en el servidor queda en los registros antiguos, que se conservan junto a los nuevos.</translation>
    </message>
    <message>
        <source>Yes, put it back</source>
        <translation>Sí, recuperarla</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>ErrandBar</name>
    <message>
        <source>Stop it</source>
        <translation>Detener</translation>
    </message>
</context>
<context>
    <name>Look</name>
    <message>
        <source>How our screens look</source>
        <translation>Aspecto de nuestras pantallas</translation>
    </message>
    <message>
        <source>Set here for this machine. Words must stand out at least 7 to 1, so that everybody can read them.</source>
        <translation>Vale para este equipo. Las palabras deben destacar al menos 7 a 1 para que todos puedan leerlas.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Kept. This window shows it already; other screens of this machine do when they start again.</source>
        <translation>Guardado. Esta ventana ya lo muestra; las demás pantallas de este equipo, cuando vuelvan a arrancar.</translation>
    </message>
    <message>
        <source>Our colour, as # and six signs</source>
        <translation>Nuestro color: # y seis signos</translation>
    </message>
    <message>
        <source>Nothing: the program&apos;s own</source>
        <translation>Nada: el del programa</translation>
    </message>
    <message>
        <source>That is no colour. One is #084F56.</source>
        <translation>Eso no es un color. Uno es #084F56.</translation>
    </message>
    <message>
        <source>Words stand out only %1 to 1 on it. Take a darker one.</source>
        <translation>Las palabras solo destacan %1 a 1. Elija uno más oscuro.</translation>
    </message>
    <message>
        <source>The program&apos;s own colour</source>
        <translation>El color del programa</translation>
    </message>
    <message>
        <source>Our picture: a PNG, JPEG or SVG file of this machine</source>
        <translation>Nuestra imagen: un archivo PNG, JPEG o SVG de este equipo</translation>
    </message>
    <message>
        <source>Nothing: our sign</source>
        <translation>Nada: nuestro símbolo</translation>
    </message>
    <message>
        <source>That is not a picture we can show.</source>
        <translation>No es una imagen que podamos mostrar.</translation>
    </message>
    <message>
        <source>First language</source>
        <translation>Primer idioma</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Tell us you are here.</source>
        <translation>Díganos que ha llegado.</translation>
    </message>
    <message>
        <source>I have an appointment</source>
        <translation>Tengo cita</translation>
    </message>
    <message>
        <source>Words stand out %1 to 1</source>
        <translation>Las palabras destacan %1 a 1</translation>
    </message>
</context>
<context>
    <name>Machines</name>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Running since</source>
        <translation>En marcha desde</translation>
    </message>
    <message>
        <source>Records on this machine</source>
        <translation>Registros en este equipo</translation>
    </message>
    <message>
        <source>Free on the disk</source>
        <translation>Libre en el disco</translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation>Memoria en uso</translation>
    </message>
    <message>
        <source>Clock, against the server&apos;s</source>
        <translation>Reloj, frente al del servidor</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>This machine does not print.</source>
        <translation>Este equipo no imprime.</translation>
    </message>
    <message>
        <source>Paper is near its end.</source>
        <translation>El papel se está acabando.</translation>
    </message>
    <message>
        <source>No paper.</source>
        <translation>Sin papel.</translation>
    </message>
    <message>
        <source>The cover is open.</source>
        <translation>La tapa está abierta.</translation>
    </message>
    <message>
        <source>Switched off line at the printer.</source>
        <translation>Fuera de línea en la propia impresora.</translation>
    </message>
    <message>
        <source>Not reached: is it on, and plugged in?</source>
        <translation>No responde: ¿está encendida y conectada?</translation>
    </message>
    <message>
        <source>It does not say how it is.</source>
        <translation>No dice cómo está.</translation>
    </message>
    <message>
        <source>The test page is out.</source>
        <translation>La página de prueba ha salido.</translation>
    </message>
    <message>
        <source>The page was sent. The printer did not say whether it came out.</source>
        <translation>La página se ha enviado. La impresora no ha dicho si ha salido.</translation>
    </message>
    <message>
        <source>No printer is set up on this machine.</source>
        <translation>Este equipo no tiene impresora.</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>This machine: %1</source>
        <translation>Este equipo: %1</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Impresora</translation>
    </message>
    <message>
        <source>Printer: %1</source>
        <translation>Impresora: %1</translation>
    </message>
    <message>
        <source>So since</source>
        <translation>Así desde</translation>
    </message>
    <message>
        <source>The test page did not come out.</source>
        <translation>La página de prueba no ha salido.</translation>
    </message>
    <message>
        <source>Printing …</source>
        <translation>Imprimiendo …</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>Imprimir una página de prueba</translation>
    </message>
    <message>
        <source>Machines of this place</source>
        <translation>Equipos de esta sede</translation>
    </message>
    <message>
        <source>%1 · let in no more</source>
        <translation>%1 · sin acceso</translation>
    </message>
    <message>
        <source>%1 · this one</source>
        <translation>%1 · este</translation>
    </message>
    <message>
        <source>%1 · last heard of %2</source>
        <translation>%1 · última noticia %2</translation>
    </message>
    <message>
        <source>%1 · since %2</source>
        <translation>%1 · desde %2</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Lector de códigos</translation>
    </message>
    <message>
        <source>Press here, then scan any code: what it says should appear</source>
        <translation>Pulse aquí y lea un código cualquiera: debe aparecer lo que dice</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>Number for the queue</source>
        <translation>Número de turno</translation>
    </message>
    <message>
        <source>Number for help</source>
        <translation>Número de ayuda</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Recibo</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>Página de prueba</translation>
    </message>
    <message>
        <source>Printed with the program&apos;s own template.</source>
        <translation>Se imprime con la plantilla del programa.</translation>
    </message>
    <message>
        <source>Printed with your own template.</source>
        <translation>Se imprime con su propia plantilla.</translation>
    </message>
    <message>
        <source>Your own template is not right: the program&apos;s own is printed.</source>
        <translation>Su plantilla no es correcta: se imprime la del programa.</translation>
    </message>
    <message>
        <source>Block %1: %2</source>
        <translation>Bloque %1: %2</translation>
    </message>
    <message>
        <source>Line %1 can&apos;t be read from character %2 on.</source>
        <translation>La línea %1 no se puede leer a partir del carácter %2.</translation>
    </message>
    <message>
        <source>The template ends in the middle of something.</source>
        <translation>La plantilla termina a medias.</translation>
    </message>
    <message>
        <source>A template is made of [[block]] and nothing else.</source>
        <translation>Una plantilla se compone solo de [[block]].</translation>
    </message>
    <message>
        <source>A paper has room for so many blocks: %1.</source>
        <translation>Número máximo de bloques en un papel: %1.</translation>
    </message>
    <message>
        <source>The template is too long. It may have so many letters: %1.</source>
        <translation>La plantilla es demasiado larga. Máximo de caracteres: %1.</translation>
    </message>
    <message>
        <source>This is no block. Begin it with [[block]].</source>
        <translation>Esto no es un bloque. Empiécelo con [[block]].</translation>
    </message>
    <message>
        <source>It must be exactly one of these: %1.</source>
        <translation>Debe ser exactamente una de estas cosas: %1.</translation>
    </message>
    <message>
        <source>%1 means nothing where the block is %2.</source>
        <translation>%1 no significa nada en un bloque %2.</translation>
    </message>
    <message>
        <source>Write true after %1, or leave it out.</source>
        <translation>Escriba true después de %1, o quítelo.</translation>
    </message>
    <message>
        <source>%1 must be a text in quotation marks, no longer than so many letters: %2.</source>
        <translation>%1 debe ser un texto entre comillas. Máximo de caracteres: %2.</translation>
    </message>
    <message>
        <source>In %1 a brace is opened or closed alone.</source>
        <translation>En %1 hay una llave sin su pareja.</translation>
    </message>
    <message>
        <source>%2 in %1 is not known. There are: %3.</source>
        <translation>%2 en %1 no se conoce. Existen: %3.</translation>
    </message>
    <message>
        <source>%1 must be a whole number from %2 to %3.</source>
        <translation>%1 debe ser un número entero de %2 a %3.</translation>
    </message>
    <message>
        <source>%1 must be true or false.</source>
        <translation>%1 debe ser true o false.</translation>
    </message>
    <message>
        <source>%1 must be one of these: %2.</source>
        <translation>%1 debe ser una de estas opciones: %2.</translation>
    </message>
    <message>
        <source>This template is not right.</source>
        <translation>Esta plantilla no es correcta.</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>What is on our papers</source>
        <translation>Qué llevan nuestros papeles</translation>
    </message>
    <message>
        <source>Change the words or the order on the left; the paper is drawn on the right, with values that are made up.</source>
        <translation>Cambie las palabras o el orden a la izquierda; a la derecha se dibuja el papel, con datos inventados.</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>Reiniciar ahora</translation>
    </message>
    <message>
        <source>Take the program&apos;s own</source>
        <translation>Usar la del programa</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Kept. It is printed so when the program starts again.</source>
        <translation>Guardado. Se imprimirá así cuando el programa vuelva a iniciarse.</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Plantilla</translation>
    </message>
    <message>
        <source>The paper as it would be printed</source>
        <translation>El papel tal como se imprimiría</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>What becomes of each day</source>
        <translation>Qué pasa con cada día</translation>
    </message>
    <message>
        <source>No doctor works at this place yet. Add one under Staff.</source>
        <translation>Aún no trabaja ningún médico aquí. Añádalo en Personal.</translation>
    </message>
    <message>
        <source>Say whose days and hours, then look at the plan. It shows each time and what becomes of each day before anything changes.</source>
        <translation>Indique el médico, los días y las horas, y vea el plan. Muestra cada hora y qué pasa con cada día antes de cambiar nada.</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation>El plan</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>One every</source>
        <translation>Una cada</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Mean visit</source>
        <translation>Visita media</translation>
    </message>
    <message>
        <source>Don&apos;t come</source>
        <translation>No acuden</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Times of a session</source>
        <translation>Horas de una sesión</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n people</source>
        <translation>
            <numerusform>%1, %n persona</numerusform>
            <numerusform>%1, %n personas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days get them</source>
        <translation>
            <numerusform>%n día las recibe</numerusform>
            <numerusform>%n días las reciben</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n days stay as they are</source>
        <translation>
            <numerusform>%n día queda como está</numerusform>
            <numerusform>%n días quedan como están</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of its hours give way</source>
        <translation>
            <numerusform>%n tramo de horas cede</numerusform>
            <numerusform>%n tramos de horas ceden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>The queue&apos;s order</source>
        <translation>El orden de la cola</translation>
    </message>
    <message>
        <source>How many minutes each level should wait at most. Level 1 never waits.</source>
        <translation>Cuántos minutos debe esperar como máximo cada nivel. El nivel 1 nunca espera.</translation>
    </message>
    <message>
        <source>Back to what is in force</source>
        <translation>Volver a lo vigente</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>The policy of this place is of a newer version: until this machine is updated, the clinic by day orders the queue.</source>
        <translation>La regla de este lugar es de una versión más nueva: hasta que se actualice esta máquina, ordena la cola la de clínica de día.</translation>
    </message>
    <message>
        <source>Kept. It orders the queue from now on.</source>
        <translation>Guardado. Desde ahora ordena la cola.</translation>
    </message>
    <message>
        <source>Begin from published targets</source>
        <translation>Partir de plazos publicados</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Reception may set the triage level too</source>
        <translation>Recepción también puede fijar el nivel de triaje</translation>
    </message>
    <message>
        <source>The more of their target somebody has waited, and the more urgent they are, the sooner they are called. In force: version %1, which each explanation names.</source>
        <translation>Cuanto más de su plazo ha esperado alguien, y cuanto más urgente es, antes se le llama. Vigente: versión %1, que cada explicación nombra.</translation>
    </message>
    <message>
        <source>Targets in minutes</source>
        <translation>Plazos en minutos</translation>
    </message>
    <message>
        <source>%1 (special reason: %2)</source>
        <translation>%1 (motivo especial: %2)</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>no se usa</translation>
    </message>
</context>
<context>
    <name>PolicyWords</name>
    <message>
        <source>Clinic by day</source>
        <translation>Clínica de día</translation>
    </message>
    <message>
        <source>CTAS, Canada</source>
        <translation>CTAS, Canadá</translation>
    </message>
    <message>
        <source>Manchester, MTS</source>
        <translation>Manchester, MTS</translation>
    </message>
    <message>
        <source>ATS, Australia</source>
        <translation>ATS, Australia</translation>
    </message>
    <message>
        <source>Level 2, very urgent</source>
        <translation>Nivel 2, muy urgente</translation>
    </message>
    <message>
        <source>Level 3, urgent</source>
        <translation>Nivel 3, urgente</translation>
    </message>
    <message>
        <source>Level 4, less urgent</source>
        <translation>Nivel 4, menos urgente</translation>
    </message>
    <message>
        <source>Level 5, not urgent</source>
        <translation>Nivel 5, no urgente</translation>
    </message>
    <message>
        <source>Appointment, from its time</source>
        <translation>Cita, desde su hora</translation>
    </message>
    <message>
        <source>A less urgent level must have the longer target.</source>
        <translation>Un nivel menos urgente debe tener el plazo más largo.</translation>
    </message>
    <message>
        <source>Two levels are too close: with a special reason the less urgent one would pass the other.</source>
        <translation>Dos niveles están demasiado cerca: con un motivo especial el menos urgente adelantaría al otro.</translation>
    </message>
    <message>
        <source>An appointment must have a longer target than the most urgent level.</source>
        <translation>Una cita debe tener un plazo más largo que el nivel más urgente.</translation>
    </message>
    <message>
        <source>With a special reason an appointment would pass the most urgent level. Give it a longer target.</source>
        <translation>Con un motivo especial una cita adelantaría al nivel más urgente. Dele un plazo más largo.</translation>
    </message>
    <message>
        <source>Beyond its target the least urgent level would overtake the one above it.</source>
        <translation>Pasado su plazo, el nivel menos urgente adelantaría al de encima.</translation>
    </message>
    <message>
        <source>At least one level needs a target.</source>
        <translation>Al menos un nivel necesita un plazo.</translation>
    </message>
    <message>
        <source>A target is a number of minutes from 1 to 1440.</source>
        <translation>Un plazo es un número de minutos de 1 a 1440.</translation>
    </message>
    <message>
        <source>That would order people wrongly.</source>
        <translation>Así se ordenaría mal a las personas.</translation>
    </message>
</context>
<context>
    <name>ReasonList</name>
    <message>
        <source>Without words yet</source>
        <translation>Aún sin palabras</translation>
    </message>
    <message>
        <source>%1, urgent</source>
        <translation>%1, urgente</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>urgente</translation>
    </message>
    <message>
        <source>These are the clinic&apos;s own.</source>
        <translation>Son los propios del centro.</translation>
    </message>
    <message>
        <source>These are the program&apos;s own; as soon as one is changed, all are the clinic&apos;s.</source>
        <translation>Son los del programa; en cuanto se cambia uno, todos pasan a ser del centro.</translation>
    </message>
    <message>
        <source>Add a reason</source>
        <translation>Añadir un motivo</translation>
    </message>
    <message>
        <source>Take the program&apos;s own reasons</source>
        <translation>Usar los del programa</translation>
    </message>
</context>
<context>
    <name>ReasonPanel</name>
    <message>
        <source>Choose a reason to change it.</source>
        <translation>Elija un motivo para cambiarlo.</translation>
    </message>
    <message>
        <source>What it is called</source>
        <translation>Cómo se llama</translation>
    </message>
    <message>
        <source>Its picture</source>
        <translation>Su imagen</translation>
    </message>
    <message>
        <source>Staff see it as said to be urgent</source>
        <translation>El personal lo ve señalado como urgente</translation>
    </message>
    <message>
        <source>Whoever chooses it is not asked for this need any more:</source>
        <translation>A quien lo elige ya no se le pregunta por esta necesidad:</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Arriba</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Abajo</translation>
    </message>
    <message>
        <source>Offer it no more</source>
        <translation>No ofrecerlo más</translation>
    </message>
</context>
<context>
    <name>ReportTable</name>
    <message>
        <source>More columns</source>
        <translation>Más columnas</translation>
    </message>
</context>
<context>
    <name>SettingWords</name>
    <message>
        <source>What this machine shows</source>
        <translation>Qué muestra este equipo</translation>
    </message>
    <message>
        <source>Name of the clinic</source>
        <translation>Nombre de la clínica</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>First language</source>
        <translation>Primer idioma</translation>
    </message>
    <message>
        <source>Languages offered</source>
        <translation>Idiomas ofrecidos</translation>
    </message>
    <message>
        <source>Opening hours, in words</source>
        <translation>Horario, en palabras</translation>
    </message>
    <message>
        <source>Phone number for patients</source>
        <translation>Teléfono para pacientes</translation>
    </message>
    <message>
        <source>Reasons to come without appointment</source>
        <translation>Motivos para venir sin cita</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Dirección del servidor</translation>
    </message>
    <message>
        <source>Address of the hub in the lobby</source>
        <translation>Dirección del nodo del vestíbulo</translation>
    </message>
    <message>
        <source>Look for a hub by itself</source>
        <translation>Buscar un nodo por sí mismo</translation>
    </message>
    <message>
        <source>Chime and speak</source>
        <translation>Sonido y voz</translation>
    </message>
    <message>
        <source>Languages in which calls are spoken</source>
        <translation>Idiomas de las llamadas habladas</translation>
    </message>
    <message>
        <source>File of the records</source>
        <translation>Archivo de los registros</translation>
    </message>
    <message>
        <source>Folder of the program&apos;s logs</source>
        <translation>Carpeta de los registros técnicos</translation>
    </message>
    <message>
        <source>Where keys are kept</source>
        <translation>Dónde se guardan las claves</translation>
    </message>
    <message>
        <source>How the printer is connected</source>
        <translation>Conexión de la impresora</translation>
    </message>
    <message>
        <source>Address of the printer</source>
        <translation>Dirección de la impresora</translation>
    </message>
    <message>
        <source>Network port of the printer</source>
        <translation>Puerto de red de la impresora</translation>
    </message>
    <message>
        <source>Device of the printer</source>
        <translation>Dispositivo de la impresora</translation>
    </message>
    <message>
        <source>Speed of the serial port</source>
        <translation>Velocidad del puerto serie</translation>
    </message>
    <message>
        <source>Folder of own templates for paper</source>
        <translation>Carpeta de plantillas propias</translation>
    </message>
    <message>
        <source>Picture on paper</source>
        <translation>Imagen en el papel</translation>
    </message>
    <message>
        <source>Width of the paper</source>
        <translation>Ancho del papel</translation>
    </message>
    <message>
        <source>Fill the screen</source>
        <translation>Ocupar toda la pantalla</translation>
    </message>
    <message>
        <source>Width of the window</source>
        <translation>Ancho de la ventana</translation>
    </message>
    <message>
        <source>Height of the window</source>
        <translation>Alto de la ventana</translation>
    </message>
    <message>
        <source>Corner of the screen</source>
        <translation>Esquina de la pantalla</translation>
    </message>
    <message>
        <source>A whole number from %1 to %2.</source>
        <translation>Un número entero de %1 a %2.</translation>
    </message>
    <message>
        <source>Language tags, with commas between them: en, es, ar. The first language is one of them.</source>
        <translation>Códigos de idioma separados por comas: en, es, ar. El primer idioma es uno de ellos.</translation>
    </message>
    <message>
        <source>Several, with commas between them, or nothing.</source>
        <translation>Varios, separados por comas, o nada.</translation>
    </message>
    <message>
        <source>The name of a time zone, such as Europe/Berlin.</source>
        <translation>El nombre de una zona horaria, como Europe/Berlin.</translation>
    </message>
    <message>
        <source>An address such as https://clinic.example, or nothing.</source>
        <translation>Una dirección como https://clinic.example, o nada.</translation>
    </message>
    <message>
        <source>A file or folder of this machine, or nothing.</source>
        <translation>Un archivo o una carpeta de este equipo, o nada.</translation>
    </message>
    <message>
        <source>One line of text.</source>
        <translation>Una línea de texto.</translation>
    </message>
    <message>
        <source>said when the program was started</source>
        <translation>indicado al arrancar el programa</translation>
    </message>
    <message>
        <source>said by the system&apos;s environment</source>
        <translation>indicado por el entorno del sistema</translation>
    </message>
    <message>
        <source>from the settings file</source>
        <translation>del archivo de ajustes</translation>
    </message>
    <message>
        <source>from the server</source>
        <translation>del servidor</translation>
    </message>
    <message>
        <source>not set: this is the usual value</source>
        <translation>sin fijar: es el valor habitual</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>not set</source>
        <translation>sin fijar</translation>
    </message>
    <message>
        <source>Settings of this machine</source>
        <translation>Ajustes de este equipo</translation>
    </message>
    <message numerus="yes">
        <source>%n changes take effect when the program starts again.</source>
        <translation>
            <numerusform>%n cambio valdrá cuando el programa vuelva a arrancar.</numerusform>
            <numerusform>%n cambios valdrán cuando el programa vuelva a arrancar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Each change is checked before it is kept, and takes effect when the program starts again.</source>
        <translation>Cada cambio se comprueba antes de guardarlo y vale cuando el programa vuelve a arrancar.</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>Reiniciar ahora</translation>
    </message>
    <message>
        <source>%1 · from the next start</source>
        <translation>%1 · desde el próximo arranque</translation>
    </message>
    <message>
        <source>Choose a setting to change it.</source>
        <translation>Elija un ajuste para cambiarlo.</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Nuevo valor</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>Who works here</source>
        <translation>Quién trabaja aquí</translation>
    </message>
    <message>
        <source>People and what they may do are kept at the server, so changes need it.</source>
        <translation>Las personas y sus permisos están en el servidor, así que los cambios lo necesitan.</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation>Añadir a alguien</translation>
    </message>
    <message>
        <source>%1 · let in no more</source>
        <translation>%1 · sin acceso</translation>
    </message>
    <message>
        <source>Choose somebody to change what is said of them.</source>
        <translation>Elija a alguien para cambiar sus datos.</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>Alguien nuevo</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Works as</source>
        <translation>Trabaja como</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Sala</translation>
    </message>
    <message>
        <source>Specialty</source>
        <translation>Especialidad</translation>
    </message>
    <message>
        <source>E-mail, with which they sign in</source>
        <translation>Correo con el que inicia sesión</translation>
    </message>
    <message>
        <source>Give them this code. It is shown only once, and with it they choose their password:</source>
        <translation>Dele este código. Se muestra una sola vez y con él elige su contraseña:</translation>
    </message>
    <message>
        <source>A PIN for them, of 6 digits or more</source>
        <translation>Un PIN para esta persona, de 6 cifras o más</translation>
    </message>
    <message>
        <source>Let them sign in with this PIN</source>
        <translation>Permitir que entre con este PIN</translation>
    </message>
    <message>
        <source>Let them choose a new password</source>
        <translation>Dejar que elija otra contraseña</translation>
    </message>
    <message>
        <source>Let them in no more</source>
        <translation>Quitarle el acceso</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>They sign in at every desk with this PIN now. Desks that are cut off learn it later.</source>
        <translation>Ya entra con este PIN en todos los puestos. Los que están sin conexión lo sabrán después.</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation>Preguntando al servidor …</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Let %1 in no more?</source>
        <translation>¿Quitar el acceso a %1?</translation>
    </message>
    <message>
        <source>They are signed out everywhere within seconds. What they did stays theirs.</source>
        <translation>En segundos se cierra su sesión en todas partes. Lo que hizo sigue siendo suyo.</translation>
    </message>
    <message>
        <source>Yes, let them in no more</source>
        <translation>Sí, quitarle el acceso</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>Fetching the clinic&apos;s records: %1 %</source>
        <translation>Recibiendo los registros de la clínica: %1 %</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached. The hub in the lobby keeps what is done here.</source>
        <translation>No hay conexión con el servidor. El nodo del vestíbulo guarda lo que se hace aquí.</translation>
    </message>
    <message>
        <source>Connected to the server.</source>
        <translation>Conectado al servidor.</translation>
    </message>
    <message>
        <source>Connected. The server has everything.</source>
        <translation>Conectado. El servidor lo tiene todo.</translation>
    </message>
    <message>
        <source>Sending and fetching …</source>
        <translation>Enviando y recibiendo …</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached. Everything goes on here, and is sent later.</source>
        <translation>No hay conexión con el servidor. Aquí todo sigue y se enviará después.</translation>
    </message>
    <message>
        <source>The server answers with errors. It is tried again by itself.</source>
        <translation>El servidor responde con errores. Se vuelve a intentar solo.</translation>
    </message>
    <message>
        <source>Waiting alone will not mend this: please ask for help, and name the code.</source>
        <translation>Esperar no lo arreglará: pida ayuda e indique el código.</translation>
    </message>
    <message>
        <source>No server is named: this machine works alone.</source>
        <translation>No hay servidor: este equipo trabaja solo.</translation>
    </message>
    <message numerus="yes">
        <source>Done: %n pieces of work were settled.</source>
        <translation>
            <numerusform>Hecho: se ha cerrado %n tarea.</numerusform>
            <numerusform>Hecho: se han cerrado %n tareas.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server did not answer. Nothing is lost: it is tried again by itself.</source>
        <translation>El servidor no ha respondido. No se pierde nada: se vuelve a intentar solo.</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Escrito: %1</translation>
    </message>
    <message>
        <source>Stopped. Nothing was kept.</source>
        <translation>Detenido. No se ha guardado nada.</translation>
    </message>
    <message>
        <source>Sync log</source>
        <translation>Registro de envíos</translation>
    </message>
    <message>
        <source>%1 Code: %2</source>
        <translation>%1 Código: %2</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation>Preguntando al servidor …</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sincronizar ahora</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Por enviar</translation>
    </message>
    <message>
        <source>Safe at the hub</source>
        <translation>A salvo en el nodo</translation>
    </message>
    <message>
        <source>Kept back</source>
        <translation>Retenido</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Por revisar</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Última respuesta</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>aún ninguna</translation>
    </message>
    <message>
        <source>So since</source>
        <translation>Así desde</translation>
    </message>
    <message numerus="yes">
        <source>Writing the file: %n entries so far</source>
        <translation>
            <numerusform>Escribiendo el archivo: %n entrada por ahora</numerusform>
            <numerusform>Escribiendo el archivo: %n entradas por ahora</numerusform>
        </translation>
    </message>
    <message>
        <source>From day</source>
        <translation>Desde el día</translation>
    </message>
    <message>
        <source>2026-03-09</source>
        <translation>2026-03-09</translation>
    </message>
    <message>
        <source>Not a day</source>
        <translation>No es un día</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>Hasta el día</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Tarea</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entrada</numerusform>
            <numerusform>%n entradas</numerusform>
        </translation>
    </message>
    <message>
        <source>More than %1 entries</source>
        <translation>Más de %1 entradas</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Nothing in the log is like that.</source>
        <translation>No hay nada así en el registro.</translation>
    </message>
    <message>
        <source>Nothing was done here yet.</source>
        <translation>Aquí aún no se ha hecho nada.</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>Ocurrió</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>Hecho por</translation>
    </message>
    <message>
        <source>The patient</source>
        <translation>El paciente</translation>
    </message>
    <message>
        <source>Nobody known, or the program itself</source>
        <translation>Nadie conocido, o el propio programa</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Sobre</translation>
    </message>
    <message>
        <source>Number in its log</source>
        <translation>Número en su registro</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>All that it changed</source>
        <translation>Todo lo que cambió</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Export the sync log</source>
        <translation>Exportar el registro de envíos</translation>
    </message>
    <message numerus="yes">
        <source>What the filter leaves: %n entries.</source>
        <translation>
            <numerusform>Lo que deja el filtro: %n entrada.</numerusform>
            <numerusform>Lo que deja el filtro: %n entradas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All of it: %n entries.</source>
        <translation>
            <numerusform>Todo: %n entrada.</numerusform>
            <numerusform>Todo: %n entradas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabla (CSV)</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>Paper (PDF)</source>
        <translation>Papel (PDF)</translation>
    </message>
</context>
<context>
    <name>TemplateWords</name>
    <message>
        <source>First day</source>
        <translation>Primer día</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último día</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>Empieza a las</translation>
    </message>
    <message>
        <source>Ends at</source>
        <translation>Termina a las</translation>
    </message>
    <message>
        <source>Mean visit, min</source>
        <translation>Visita media, min</translation>
    </message>
    <message>
        <source>Don&apos;t come, %</source>
        <translation>No acuden, %</translation>
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
        <translation>del pasado</translation>
    </message>
    <message>
        <source>%1 proposed</source>
        <translation>%1 propuesto</translation>
    </message>
    <message>
        <source>A day is written 2026-03-09.</source>
        <translation>Un día se escribe 2026-03-09.</translation>
    </message>
    <message>
        <source>That is before the first day.</source>
        <translation>Es anterior al primer día.</translation>
    </message>
    <message>
        <source>92 days at most.</source>
        <translation>92 días como máximo.</translation>
    </message>
    <message>
        <source>A time is written 08:05, in steps of 5 minutes.</source>
        <translation>Una hora se escribe 08:05, de 5 en 5 minutos.</translation>
    </message>
    <message>
        <source>A session ends after it begins.</source>
        <translation>Una sesión termina después de empezar.</translation>
    </message>
    <message>
        <source>That is shorter than one visit.</source>
        <translation>Es más corto que una visita.</translation>
    </message>
    <message>
        <source>3 to 120 minutes.</source>
        <translation>De 3 a 120 minutos.</translation>
    </message>
    <message>
        <source>0 to 60 per cent.</source>
        <translation>Del 0 al 60 por ciento.</translation>
    </message>
    <message>
        <source>A plan needs the server, which can&apos;t be reached now. Nothing was changed, and what you typed stays here.</source>
        <translation>Un plan necesita el servidor, que ahora no responde. No se ha cambiado nada, y lo escrito queda aquí.</translation>
    </message>
    <message>
        <source>You signed in without the server. Lock the screen, sign in again while it is connected, and try once more: what you typed stays here.</source>
        <translation>Ha entrado sin el servidor. Bloquee la pantalla, entre de nuevo cuando esté conectado e inténtelo otra vez: lo escrito queda aquí.</translation>
    </message>
    <message>
        <source>Something changed since you looked, so nothing was done. This is how it would be now.</source>
        <translation>Algo cambió desde que miró, así que no se hizo nada. Así quedaría ahora.</translation>
    </message>
    <message>
        <source>No template can be made of this: a session is at least as long as its mean visit.</source>
        <translation>Con esto no se puede hacer una plantilla: una sesión dura al menos lo que su visita media.</translation>
    </message>
    <message>
        <source>That doctor works here no more. Choose another one.</source>
        <translation>Ese médico ya no trabaja aquí. Elija otro.</translation>
    </message>
    <message>
        <source>Has begun or passed</source>
        <translation>Ya empezó o pasó</translation>
    </message>
    <message>
        <source>On leave: stays so</source>
        <translation>De permiso: se mantiene</translation>
    </message>
    <message>
        <source>Keeps its recurring hours</source>
        <translation>Conserva su horario periódico</translation>
    </message>
    <message>
        <source>Works at another place then</source>
        <translation>Trabaja entonces en otro sitio</translation>
    </message>
    <message>
        <source>Keeps the hours it has</source>
        <translation>Conserva las horas que tiene</translation>
    </message>
    <message>
        <source>Has these times already</source>
        <translation>Ya tiene estas horas</translation>
    </message>
    <message>
        <source>Gets these times</source>
        <translation>Recibe estas horas</translation>
    </message>
    <message numerus="yes">
        <source>%n booked, who keep their time</source>
        <translation>
            <numerusform>%n con cita, que conserva su hora</numerusform>
            <numerusform>%n con cita, que conservan su hora</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1, en %2</translation>
    </message>
    <message numerus="yes">
        <source>%n times beside the template</source>
        <translation>
            <numerusform>%n hora fuera de la plantilla</numerusform>
            <numerusform>%n horas fuera de la plantilla</numerusform>
        </translation>
    </message>
    <message>
        <source>Mean visit: from their own visits here, drawn to everybody&apos;s.</source>
        <translation>Visita media: de sus propias visitas aquí, acercada a la de todos.</translation>
    </message>
    <message>
        <source>Mean visit: from everybody&apos;s visits here, as they have none of their own yet.</source>
        <translation>Visita media: de las visitas de todos aquí, pues aún no tiene propias.</translation>
    </message>
    <message>
        <source>Mean visit: the usual one, as there are too few past visits here.</source>
        <translation>Visita media: la habitual, pues aquí hay muy pocas visitas pasadas.</translation>
    </message>
    <message>
        <source>Mean visit: as you typed it.</source>
        <translation>Visita media: como la escribió.</translation>
    </message>
    <message numerus="yes">
        <source>Don&apos;t come: from their own appointments here in the last %n days, drawn to everybody&apos;s.</source>
        <translation>
            <numerusform>No acuden: de sus propias citas aquí en el último día, acercado al de todos.</numerusform>
            <numerusform>No acuden: de sus propias citas aquí en los últimos %n días, acercado al de todos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Don&apos;t come: from everybody&apos;s appointments here in the last %n days, as they have none of their own yet.</source>
        <translation>
            <numerusform>No acuden: de las citas de todos aquí en el último día, pues aún no tiene propias.</numerusform>
            <numerusform>No acuden: de las citas de todos aquí en los últimos %n días, pues aún no tiene propias.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Don&apos;t come: the usual share, as fewer than %1 appointments were kept or missed here in the last %n days.</source>
        <translation>
            <numerusform>No acuden: la parte habitual, pues aquí hubo menos de %1 citas en el último día.</numerusform>
            <numerusform>No acuden: la parte habitual, pues aquí hubo menos de %1 citas cumplidas o perdidas en los últimos %n días.</numerusform>
        </translation>
    </message>
    <message>
        <source>Don&apos;t come: as you typed it.</source>
        <translation>No acuden: como lo escribió.</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Session templates</source>
        <translation>Plantillas de sesión</translation>
    </message>
    <message numerus="yes">
        <source>Done: %n days have these times now, and can be booked.</source>
        <translation>
            <numerusform>Hecho: %n día tiene ya estas horas y se puede reservar.</numerusform>
            <numerusform>Hecho: %n días tienen ya estas horas y se pueden reservar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Médico</translation>
    </message>
    <message>
        <source>Doctor at %1</source>
        <translation>Médico en %1</translation>
    </message>
    <message>
        <source>Nobody chosen yet</source>
        <translation>Nadie elegido aún</translation>
    </message>
    <message>
        <source>Choose a doctor first.</source>
        <translation>Elija primero un médico.</translation>
    </message>
    <message>
        <source>On these days of the week</source>
        <translation>En estos días de la semana</translation>
    </message>
    <message>
        <source>Hours within the session give way</source>
        <translation>Las horas dentro de la sesión ceden</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation>Preguntando al servidor …</translation>
    </message>
    <message>
        <source>Two come at the start, then one after another. Where some stay away, more are booked.</source>
        <translation>Dos acuden al comienzo y luego una tras otra. Si algunas no acuden, se citan más.</translation>
    </message>
    <message>
        <source>Look at the plan</source>
        <translation>Ver el plan</translation>
    </message>
    <message numerus="yes">
        <source>Apply it to %n days</source>
        <translation>
            <numerusform>Aplicarlo a %n día</numerusform>
            <numerusform>Aplicarlo a %n días</numerusform>
        </translation>
    </message>
</context>
</TS>
