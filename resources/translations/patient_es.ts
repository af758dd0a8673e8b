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
        <source>Still your phone number? You can change it at the desk.</source>
        <translation>¿Sigue siendo su teléfono? Puede cambiarlo en recepción.</translation>
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
        <source>Our desk will find a place for you</source>
        <translation>En recepción le buscarán un hueco</translation>
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
