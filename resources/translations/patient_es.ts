<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES" sourcelanguage="en">
<context>
    <name>AlwaysThere</name>
    <message>
        <source>Easier to see and reach</source>
        <translation>Ver y alcanzar mejor</translation>
    </message>
    <message>
        <source>Call for help</source>
        <translation>Pedir ayuda</translation>
    </message>
    <message>
        <source>I&apos;d rather speak to someone</source>
        <translation>Prefiero hablar con alguien</translation>
    </message>
    <message>
        <source>Working offline – your place is safe</source>
        <translation>Sin conexión: su turno está a salvo</translation>
    </message>
    <message>
        <source>Only you and our staff see this. The screen clears itself after a minute.</source>
        <translation>Solo usted y nuestro personal ven esto. La pantalla se borra sola tras un minuto.</translation>
    </message>
    <message>
        <source>This machine is being made ready: %1 %</source>
        <translation>Este equipo se está preparando: %1&#xa0;%</translation>
    </message>
    <message>
        <source>This machine cannot read aloud in English</source>
        <translation>Este equipo no puede leer en voz alta en español</translation>
    </message>
</context>
<context>
    <name>BirthDate</name>
    <message>
        <source>When were you born?</source>
        <translation>¿Cuándo nació usted?</translation>
    </message>
    <message>
        <source>First the day of the month.</source>
        <translation>Primero, el día del mes.</translation>
    </message>
    <message>
        <source>Now the month.</source>
        <translation>Ahora, el mes.</translation>
    </message>
    <message>
        <source>Now the year, with four digits.</source>
        <translation>Ahora el año, con cuatro cifras.</translation>
    </message>
    <message>
        <source>We could not find an appointment with that. Please check it and try again.</source>
        <translation>No hemos encontrado ninguna cita con esos datos. Compruébelos e inténtelo de nuevo, por favor.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Año</translation>
    </message>
</context>
<context>
    <name>BookingCode</name>
    <message>
        <source>What is your booking code?</source>
        <translation>¿Cuál es su código de reserva?</translation>
    </message>
    <message>
        <source>It has 8 digits and is on your confirmation. You can also hold its square code in front of the scanner.</source>
        <translation>Tiene 8 cifras y está en su confirmación. También puede acercar su código cuadrado al lector.</translation>
    </message>
    <message>
        <source>We could not find an appointment with that. Please check it and try again.</source>
        <translation>No hemos encontrado ninguna cita con esos datos. Compruébelos e inténtelo de nuevo, por favor.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Booking code</source>
        <translation>Código de reserva</translation>
    </message>
    <message>
        <source>Use my phone number instead</source>
        <translation>Usar mi número de teléfono</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>What has changed?</source>
        <translation>¿Qué ha cambiado?</translation>
    </message>
    <message>
        <source>My phone number</source>
        <translation>Mi número de teléfono</translation>
    </message>
    <message>
        <source>You type it here</source>
        <translation>Lo escribe aquí</translation>
    </message>
    <message>
        <source>Until now %1</source>
        <translation>Hasta ahora %1</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Otra cosa</translation>
    </message>
    <message>
        <source>We tell the desk. You get your number all the same.</source>
        <translation>Avisamos a recepción. Usted recibe su número igualmente.</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>Is this right?</source>
        <translation>¿Es correcto?</translation>
    </message>
    <message>
        <source>Somebody else has just taken this time.</source>
        <translation>Otra persona acaba de tomar esta hora.</translation>
    </message>
    <message>
        <source>Choose another time</source>
        <translation>Elegir otra hora</translation>
    </message>
    <message>
        <source>Yes, book it</source>
        <translation>Sí, reservar</translation>
    </message>
</context>
<context>
    <name>Choose</name>
    <message>
        <source>Which appointment is it?</source>
        <translation>¿De qué cita se trata?</translation>
    </message>
    <message>
        <source>We found more than one.</source>
        <translation>Hemos encontrado más de una.</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Is this you?</source>
        <translation>¿Es usted?</translation>
    </message>
    <message>
        <source>The desk will ask you what has changed.</source>
        <translation>En recepción le preguntarán qué ha cambiado.</translation>
    </message>
    <message>
        <source>Not me</source>
        <translation>No soy yo</translation>
    </message>
    <message>
        <source>Yes, that&apos;s me</source>
        <translation>Sí, soy yo</translation>
    </message>
    <message>
        <source>Born %1</source>
        <translation>Nacimiento: %1</translation>
    </message>
    <message>
        <source>Your new phone number</source>
        <translation>Su nuevo número de teléfono</translation>
    </message>
    <message>
        <source>Still your phone number?</source>
        <translation>¿Sigue siendo su teléfono?</translation>
    </message>
    <message>
        <source>Something has changed</source>
        <translation>Algo ha cambiado</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>Do you agree?</source>
        <translation>¿Está de acuerdo?</translation>
    </message>
    <message>
        <source>Whatever you answer, you get your number.</source>
        <translation>Responda lo que responda, recibirá su número.</translation>
    </message>
    <message>
        <source>I agree</source>
        <translation>Estoy de acuerdo</translation>
    </message>
    <message>
        <source>The clinic&apos;s text</source>
        <translation>El texto de la clínica</translation>
    </message>
    <message>
        <source>I don&apos;t agree, or want to ask first</source>
        <translation>No estoy de acuerdo o quiero preguntar antes</translation>
    </message>
</context>
<context>
    <name>Ease</name>
    <message>
        <source>Easier to see and reach</source>
        <translation>Ver y alcanzar mejor</translation>
    </message>
    <message>
        <source>Choose what helps you. It ends when you are done.</source>
        <translation>Elija lo que le ayude. Termina cuando usted acabe.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Letra más grande</translation>
    </message>
    <message>
        <source>Stronger contrast</source>
        <translation>Más contraste</translation>
    </message>
    <message>
        <source>Lower on the screen</source>
        <translation>Más abajo en la pantalla</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>Más tiempo</translation>
    </message>
    <message>
        <source>Read the screens aloud</source>
        <translation>Leer las pantallas en voz alta</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>Would you like to say more?</source>
        <translation>¿Quiere contarnos algo más?</translation>
    </message>
    <message>
        <source>What is your first name?</source>
        <translation>¿Cuál es su nombre?</translation>
    </message>
    <message>
        <source>What is your name?</source>
        <translation>¿Cómo se llama?</translation>
    </message>
    <message>
        <source>You can leave it out.</source>
        <translation>Puede omitirlo.</translation>
    </message>
    <message>
        <source>So that we can speak to you. You can leave it out.</source>
        <translation>Para poder dirigirnos a usted. Puede omitirlo.</translation>
    </message>
    <message>
        <source>First name and last name. One name is fine.</source>
        <translation>Nombre y apellidos. Uno solo también vale.</translation>
    </message>
    <message>
        <source>This is as much as we can take.</source>
        <translation>No cabe más texto.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Your words</source>
        <translation>Sus palabras</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Type the sound of a character, then choose it here.</source>
        <translation>Escriba el sonido de un carácter y elíjalo aquí.</translation>
    </message>
    <message>
        <source>Other characters</source>
        <translation>Otros caracteres</translation>
    </message>
    <message>
        <source>Keep the letters %1</source>
        <translation>Dejar las letras %1</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation>Borrar la última letra</translation>
    </message>
</context>
<context>
    <name>Feedback</name>
    <message>
        <source>Very bad</source>
        <translation>Muy mal</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Mal</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>Regular</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bien</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>Muy bien</translation>
    </message>
    <message>
        <source>How was your visit?</source>
        <translation>¿Qué tal su visita?</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Gracias</translation>
    </message>
    <message>
        <source>We read everything that is written here.</source>
        <translation>Leemos todo lo que se escribe aquí.</translation>
    </message>
    <message>
        <source>You have told us about this visit before.</source>
        <translation>Ya nos ha contado cómo fue esta visita.</translation>
    </message>
    <message>
        <source>Choose the face that fits.</source>
        <translation>Elija la cara que mejor encaje.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Printing your number…</source>
        <translation>Imprimiendo su número…</translation>
    </message>
    <message>
        <source>Please take your number.</source>
        <translation>Recoja su número, por favor.</translation>
    </message>
    <message>
        <source>It could not be printed. Please remember your number.</source>
        <translation>No se ha podido imprimir. Recuerde su número, por favor.</translation>
    </message>
    <message>
        <source>Somebody is coming</source>
        <translation>Ya viene alguien</translation>
    </message>
    <message>
        <source>Let us help you</source>
        <translation>Permítanos ayudarle</translation>
    </message>
    <message>
        <source>Shall we call somebody?</source>
        <translation>¿Llamamos a alguien?</translation>
    </message>
    <message>
        <source>Please stay nearby. We will call this number.</source>
        <translation>Quédese cerca, por favor. Llamaremos este número.</translation>
    </message>
    <message>
        <source>We could not find an appointment with that. One of us can look for you.</source>
        <translation>No hemos encontrado ninguna cita con esos datos. Alguien de nuestro equipo puede buscarla.</translation>
    </message>
    <message>
        <source>One of us will come and help you.</source>
        <translation>Alguien de nuestro equipo vendrá a ayudarle.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Yes, call somebody</source>
        <translation>Sí, llamen a alguien</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Su número</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Good morning.</source>
        <translation>Buenos días.</translation>
    </message>
    <message>
        <source>Good afternoon.</source>
        <translation>Buenas tardes.</translation>
    </message>
    <message>
        <source>Good evening.</source>
        <translation>Buenas tardes.</translation>
    </message>
    <message>
        <source>Tell us you are here.</source>
        <translation>Díganos que ha llegado.</translation>
    </message>
    <message>
        <source>It takes about a minute. You get a number, and we call it.</source>
        <translation>Se tarda un minuto. Le damos un número y lo llamamos.</translation>
    </message>
    <message>
        <source>I have an appointment</source>
        <translation>Tengo una cita</translation>
    </message>
    <message>
        <source>Check in with a code or your details</source>
        <translation>Con un código o con sus datos</translation>
    </message>
    <message>
        <source>I don&apos;t have one</source>
        <translation>No tengo cita</translation>
    </message>
    <message>
        <source>Get a number and wait to be seen</source>
        <translation>Coja un número y espere su turno</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Check-in</source>
        <translation>Registro de llegada</translation>
    </message>
</context>
<context>
    <name>MoreTime</name>
    <message>
        <source>Do you need more time?</source>
        <translation>¿Necesita más tiempo?</translation>
    </message>
    <message numerus="yes">
        <source>This screen clears itself in %n second(s).</source>
        <translation>
            <numerusform>Esta pantalla se borrará en %n segundo.</numerusform>
            <numerusform>Esta pantalla se borrará en %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, more time</source>
        <translation>Sí, más tiempo</translation>
    </message>
    <message>
        <source>No, I am done</source>
        <translation>No, he terminado</translation>
    </message>
</context>
<context>
    <name>MyPlace</name>
    <message>
        <source>It is your turn</source>
        <translation>Es su turno</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) before you</source>
        <translation>
            <numerusform>%n persona antes que usted</numerusform>
            <numerusform>%n personas antes que usted</numerusform>
        </translation>
    </message>
    <message>
        <source>You are next</source>
        <translation>Es el siguiente</translation>
    </message>
    <message>
        <source>Please go in now.</source>
        <translation>Pase, por favor.</translation>
    </message>
    <message>
        <source>We will call your number.</source>
        <translation>Llamaremos a su número.</translation>
    </message>
    <message>
        <source>Please stay nearby.</source>
        <translation>Quédese cerca, por favor.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Su número</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Vaya a</translation>
    </message>
    <message>
        <source>Wait here</source>
        <translation>Espere aquí</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Espera</translation>
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
        <translation>Estoy embarazada</translation>
    </message>
    <message>
        <source>I have a baby with me</source>
        <translation>Vengo con un bebé</translation>
    </message>
    <message>
        <source>I have a disability</source>
        <translation>Tengo una discapacidad</translation>
    </message>
    <message>
        <source>I need an interpreter</source>
        <translation>Necesito un intérprete</translation>
    </message>
    <message>
        <source>I use a wheelchair</source>
        <translation>Uso silla de ruedas</translation>
    </message>
    <message>
        <source>Is there anything we should know?</source>
        <translation>¿Hay algo que debamos saber?</translation>
    </message>
    <message>
        <source>Choose all that fit, or none.</source>
        <translation>Elija lo que corresponda, o nada.</translation>
    </message>
    <message>
        <source>Get my number</source>
        <translation>Obtener mi número</translation>
    </message>
</context>
<context>
    <name>NewPhone</name>
    <message>
        <source>What is your new phone number?</source>
        <translation>¿Cuál es su nuevo número de teléfono?</translation>
    </message>
    <message>
        <source>We will reach you on it from now on.</source>
        <translation>A partir de ahora le llamaremos a este número.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>This does not work just now</source>
        <translation>Ahora mismo no funciona</translation>
    </message>
    <message>
        <source>Please come to the desk</source>
        <translation>Acérquese a recepción, por favor</translation>
    </message>
    <message>
        <source>You are early</source>
        <translation>Ha llegado pronto</translation>
    </message>
    <message>
        <source>Our desk will help you</source>
        <translation>En recepción le ayudarán</translation>
    </message>
    <message>
        <source>We have no more numbers today</source>
        <translation>Hoy no nos quedan números</translation>
    </message>
    <message>
        <source>Your appointment is at %1. Please come back and check in from:</source>
        <translation>Su cita es a las %1. Vuelva y regístrese a partir de:</translation>
    </message>
    <message>
        <source>One of us will check you in there. You can also call somebody to you.</source>
        <translation>Allí le registrará alguien de nuestro equipo. También puede pedir que vengan.</translation>
    </message>
    <message>
        <source>Please go to the desk, and we will find a place for you. You can also call somebody to you.</source>
        <translation>Vaya a recepción y le buscaremos un hueco. También puede pedir que vengan.</translation>
    </message>
    <message>
        <source>Please come back, or call us. We are sorry.</source>
        <translation>Vuelva otro día o llámenos, por favor. Lo sentimos.</translation>
    </message>
    <message>
        <source>It is not your fault, and nothing is lost. One of us will check you in.</source>
        <translation>No es culpa suya y no se ha perdido nada. Alguien de nuestro equipo le registrará.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Call somebody</source>
        <translation>Llamar a alguien</translation>
    </message>
</context>
<context>
    <name>OtherWays</name>
    <message>
        <source>Book an appointment</source>
        <translation>Reservar una cita</translation>
    </message>
    <message>
        <source>My place in the queue</source>
        <translation>Mi lugar en la cola</translation>
    </message>
</context>
<context>
    <name>OwnBirthDate</name>
    <message>
        <source>There is no such day. Please check it.</source>
        <translation>Ese día no existe. Compruébelo, por favor.</translation>
    </message>
</context>
<context>
    <name>OwnPhone</name>
    <message>
        <source>So that we can reach you. You can leave it out.</source>
        <translation>Para poder localizarle. Puede omitirlo.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>Pay</name>
    <message>
        <source>Pay at the desk</source>
        <translation>Pagar en el mostrador</translation>
    </message>
    <message>
        <source>You get your number now, and pay before you leave</source>
        <translation>Ahora recibe su número y paga antes de irse</translation>
    </message>
    <message>
        <source>There is something to pay</source>
        <translation>Hay algo que pagar</translation>
    </message>
</context>
<context>
    <name>Phone</name>
    <message>
        <source>What is your phone number?</source>
        <translation>¿Cuál es su número de teléfono?</translation>
    </message>
    <message>
        <source>The one you gave us when you made the appointment.</source>
        <translation>El que nos dio al pedir la cita.</translation>
    </message>
    <message>
        <source>We could not find an appointment with that. Please check it and try again.</source>
        <translation>No hemos encontrado ninguna cita con esos datos. Compruébelos e inténtelo de nuevo, por favor.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Número de teléfono</translation>
    </message>
</context>
<context>
    <name>Pick</name>
    <message>
        <source>Whom would you like to see?</source>
        <translation>¿A quién desea ver?</translation>
    </message>
    <message>
        <source>At what time?</source>
        <translation>¿A qué hora?</translation>
    </message>
    <message>
        <source>On which day?</source>
        <translation>¿Qué día?</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>¿De qué se trata?</translation>
    </message>
    <message>
        <source>Times marked “to be confirmed” are not promised yet. The desk will tell you.</source>
        <translation>Las horas «por confirmar» aún no están aseguradas. El mostrador se lo dirá.</translation>
    </message>
    <message>
        <source>I know whom I want to see</source>
        <translation>Sé a quién quiero ver</translation>
    </message>
    <message>
        <source>%1, to be confirmed</source>
        <translation>%1, por confirmar</translation>
    </message>
    <message>
        <source>to be confirmed</source>
        <translation>por confirmar</translation>
    </message>
</context>
<context>
    <name>PlaceBirthDate</name>
    <message>
        <source>We could not find your place with that. Please check it and try again.</source>
        <translation>No hemos encontrado su lugar con esos datos. Compruébelos e inténtelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>PlacePhone</name>
    <message>
        <source>Your phone number?</source>
        <translation>¿Su número de teléfono?</translation>
    </message>
    <message>
        <source>Or hold the square code of your ticket in front of the scanner.</source>
        <translation>O acerque el código cuadrado de su tique al lector.</translation>
    </message>
    <message>
        <source>We could not find your place with that. Please check it and try again.</source>
        <translation>No hemos encontrado su lugar con esos datos. Compruébelos e inténtelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>Why are you here today?</source>
        <translation>¿Por qué viene hoy?</translation>
    </message>
    <message>
        <source>Choose what comes closest.</source>
        <translation>Elija lo que más se acerque.</translation>
    </message>
    <message>
        <source>More reasons</source>
        <translation>Más motivos</translation>
    </message>
</context>
<context>
    <name>RedFlag</name>
    <message>
        <source>Do you have any of these now?</source>
        <translation>¿Tiene ahora algo de esto?</translation>
    </message>
    <message>
        <source>Staff are coming to you now</source>
        <translation>El personal viene ahora mismo</translation>
    </message>
    <message>
        <source>Please call out to our staff now</source>
        <translation>Avise en voz alta al personal</translation>
    </message>
    <message>
        <source>Stay here. Sit down if you can.</source>
        <translation>Quédese aquí. Siéntese si puede.</translation>
    </message>
    <message>
        <source>Go to the desk at once, or ask somebody beside you to go.</source>
        <translation>Vaya enseguida al mostrador o pida a alguien que vaya.</translation>
    </message>
    <message>
        <source>No, none of these</source>
        <translation>No, nada de esto</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Tell staff again</source>
        <translation>Avisar otra vez</translation>
    </message>
    <message>
        <source>Pain or pressure in the chest</source>
        <translation>Dolor o presión en el pecho</translation>
    </message>
    <message>
        <source>Trouble breathing</source>
        <translation>Dificultad para respirar</translation>
    </message>
    <message>
        <source>Heavy bleeding</source>
        <translation>Sangrado abundante</translation>
    </message>
    <message>
        <source>Yes – tell staff now</source>
        <translation>Sí: avisar al personal</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Su número</translation>
    </message>
</context>
<context>
    <name>Service</name>
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
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>Connected, last answer %1</source>
        <translation>Conectado, última respuesta %1</translation>
    </message>
    <message>
        <source>Away: the hub of this place answers</source>
        <translation>No responde: contesta el concentrador de esta sede</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>No responde</translation>
    </message>
    <message>
        <source>Not reached, last answer %1</source>
        <translation>No responde, última respuesta %1</translation>
    </message>
    <message>
        <source>This machine works alone.</source>
        <translation>Este equipo trabaja solo.</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Imprimiendo…</translation>
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
        <source>The test page did not come out.</source>
        <translation>La página de prueba no ha salido.</translation>
    </message>
    <message>
        <source>Close the program?</source>
        <translation>¿Cerrar el programa?</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio técnico</translation>
    </message>
    <message>
        <source>Nobody can check in here until somebody starts it again.</source>
        <translation>Nadie podrá registrarse aquí hasta que alguien lo vuelva a abrir.</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Versión %1</translation>
    </message>
    <message>
        <source>No, go on</source>
        <translation>No, seguir</translation>
    </message>
    <message>
        <source>Yes, close</source>
        <translation>Sí, cerrar</translation>
    </message>
    <message>
        <source>Back to Home</source>
        <translation>Volver al inicio</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Impresora</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Lector de códigos</translation>
    </message>
    <message>
        <source>Hold a code before it to try it.</source>
        <translation>Acerque un código para probarlo.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Waits to be sent</source>
        <translation>Pendiente de envío</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n cambio</numerusform>
            <numerusform>%n cambios</numerusform>
        </translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>Imprimir una página de prueba</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Reiniciar</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Cerrar el programa</translation>
    </message>
</context>
<context>
    <name>ServicePin</name>
    <message>
        <source>For staff</source>
        <translation>Para el personal</translation>
    </message>
    <message>
        <source>Type an administrator&apos;s PIN.</source>
        <translation>Escriba el PIN de un administrador.</translation>
    </message>
    <message numerus="yes">
        <source>That PIN does not open this machine. The next try counts in %n second(s).</source>
        <translation>
            <numerusform>Ese PIN no abre este equipo. Podrá volver a probar en %n segundo.</numerusform>
            <numerusform>Ese PIN no abre este equipo. Podrá volver a probar en %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>That PIN does not open this machine.</source>
        <translation>Ese PIN no abre este equipo.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) typed</source>
        <translation>
            <numerusform>%n cifra escrita</numerusform>
            <numerusform>%n cifras escritas</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
</context>
<context>
    <name>Slip</name>
    <message>
        <source>Printing your slip…</source>
        <translation>Imprimiendo su justificante…</translation>
    </message>
    <message>
        <source>Please take your slip.</source>
        <translation>Coja su justificante, por favor.</translation>
    </message>
    <message>
        <source>Your slip could not be printed. Please photograph this screen.</source>
        <translation>No se ha podido imprimir. Haga una foto de esta pantalla.</translation>
    </message>
    <message>
        <source>You have asked for this time</source>
        <translation>Ha pedido esta hora</translation>
    </message>
    <message>
        <source>It is booked</source>
        <translation>Reserva hecha</translation>
    </message>
    <message>
        <source>Check in with this code when you come.</source>
        <translation>Use este código al llegar.</translation>
    </message>
    <message>
        <source>It is not confirmed yet. The desk will tell you.</source>
        <translation>Aún no está confirmada. El mostrador se lo dirá.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Your booking code</source>
        <translation>Su código de reserva</translation>
    </message>
</context>
<context>
    <name>TakeWithYou</name>
    <message>
        <source>Printing your ticket…</source>
        <translation>Imprimiendo su tique…</translation>
    </message>
    <message>
        <source>Please take your ticket.</source>
        <translation>Recoja su tique, por favor.</translation>
    </message>
    <message>
        <source>Your ticket could not be printed. Please photograph this screen.</source>
        <translation>No se ha podido imprimir su tique. Haga una foto de esta pantalla, por favor.</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>Lléveselo consigo</translation>
    </message>
    <message>
        <source>Scan to see your place in the queue on your phone.</source>
        <translation>Escanéelo para ver su turno en el móvil.</translation>
    </message>
    <message>
        <source>Print it again</source>
        <translation>Imprimir otra vez</translation>
    </message>
</context>
<context>
    <name>Ticket</name>
    <message>
        <source>Already checked in</source>
        <translation>Ya está registrado</translation>
    </message>
    <message>
        <source>You are checked in</source>
        <translation>Llegada registrada</translation>
    </message>
    <message>
        <source>You are a little late. We have told the desk.</source>
        <translation>Llega un poco tarde. Hemos avisado a recepción.</translation>
    </message>
    <message>
        <source>Your appointment time is not confirmed yet. The desk will tell you.</source>
        <translation>La hora de su cita aún no está confirmada. Recepción le informará.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Su número</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Vaya a</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>Su turno</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Espera</translation>
    </message>
    <message>
        <source>You are next</source>
        <translation>Es el siguiente</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>%1–%2 min</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) before you</source>
        <translation>
            <numerusform>%n persona antes que usted</numerusform>
            <numerusform>%n personas antes que usted</numerusform>
        </translation>
    </message>
</context>
</TS>
