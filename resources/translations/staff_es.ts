<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES" sourcelanguage="en">
<context>
    <name>Main</name>
    <message>
        <source>That could not be done. Nothing was changed.</source>
        <translation>No se pudo hacer. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>De acuerdo</translation>
    </message>
    <message>
        <source>Still there?</source>
        <translation>¿Sigue ahí?</translation>
    </message>
    <message numerus="yes">
        <source>You are signed out in %n seconds.</source>
        <translation>
            <numerusform>La sesión se cierra en %n segundo.</numerusform>
            <numerusform>La sesión se cierra en %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>Seguir en la sesión</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Sections above</source>
        <translation>Secciones de arriba</translation>
    </message>
    <message>
        <source>Sections below</source>
        <translation>Secciones de abajo</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>My queue</source>
        <translation>Mi cola</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>Por resolver</translation>
    </message>
    <message>
        <source>Sync log</source>
        <translation>Registro de envíos</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Equipos</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Centro</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copias</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Papeles</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Plantillas</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Informes</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Reception</source>
        <translation>Recepción</translation>
    </message>
    <message>
        <source>Nurse</source>
        <translation>Enfermería</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Médico/a</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administración</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>That PIN is not right. Please try again.</source>
        <translation>Ese PIN no es correcto. Inténtelo de nuevo.</translation>
    </message>
    <message numerus="yes">
        <source>Too many tries. Please wait %n seconds.</source>
        <translation>
            <numerusform>Demasiados intentos. Espere %n segundo.</numerusform>
            <numerusform>Demasiados intentos. Espere %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>The first sign-in at this desk needs the server, which can&apos;t be reached now.</source>
        <translation>La primera vez en este puesto hace falta el servidor, y ahora no se puede contactar con él.</translation>
    </message>
    <message>
        <source>Too many wrong tries. Once the server can be reached again, sign in here with the right PIN.</source>
        <translation>Demasiados intentos fallidos. Cuando vuelva a haber conexión con el servidor, entre aquí con el PIN correcto.</translation>
    </message>
    <message>
        <source>That could not be checked. Please try again.</source>
        <translation>No se pudo comprobar. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>¿Quién es usted?</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>Type your name, or choose it below</source>
        <translation>Escriba su nombre o elíjalo abajo</translation>
    </message>
    <message>
        <source>Nobody can sign in at this desk yet. An administrator adds people who work here.</source>
        <translation>Todavía nadie puede entrar en este puesto. Administración añade a quienes trabajan aquí.</translation>
    </message>
    <message>
        <source>Nobody of that name works here.</source>
        <translation>Aquí no trabaja nadie con ese nombre.</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>Su PIN</translation>
    </message>
    <message numerus="yes">
        <source>%n digits typed</source>
        <translation>
            <numerusform>%n cifra escrita</numerusform>
            <numerusform>%n cifras escritas</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Not me</source>
        <translation>No soy yo</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Entrar</translation>
    </message>
</context>
<context>
    <name>StaffField</name>
    <message>
        <source>No more fits in here</source>
        <translation>Aquí no cabe más</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n por enviar</numerusform>
            <numerusform>%n por enviar</numerusform>
        </translation>
    </message>
    <message>
        <source>This machine works by itself</source>
        <translation>Esta máquina trabaja por sí sola</translation>
    </message>
    <message>
        <source>Fetching the clinic&apos;s records: %1 %</source>
        <translation>Recibiendo los datos de la clínica: %1 %</translation>
    </message>
    <message>
        <source>Working offline · %1 · since %2</source>
        <translation>Sin conexión · %1 · desde las %2</translation>
    </message>
    <message>
        <source>Working offline · since %1</source>
        <translation>Sin conexión · desde las %1</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
</context>
</TS>
