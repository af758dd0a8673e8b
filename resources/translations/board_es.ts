<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES" sourcelanguage="en">
<context>
    <name>Calls</name>
    <message numerus="yes">
        <source>Updated %n s ago</source>
        <translation>
            <numerusform>Actualizado hace %n s</numerusform>
            <numerusform>Actualizado hace %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has been called yet today</source>
        <translation>Hoy aún no se ha llamado a nadie</translation>
    </message>
    <message>
        <source>Now calling</source>
        <translation>Llamando ahora</translation>
    </message>
    <message>
        <source>Last called</source>
        <translation>Última llamada</translation>
    </message>
    <message>
        <source>Please see the desk</source>
        <translation>Acuda a recepción</translation>
    </message>
    <message>
        <source>See the desk</source>
        <translation>A recepción</translation>
    </message>
</context>
<context>
    <name>Line</name>
    <message>
        <source>Whoever is free</source>
        <translation>Quien esté libre</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en espera</numerusform>
            <numerusform>%n en espera</numerusform>
        </translation>
    </message>
    <message>
        <source>With the doctor: %1</source>
        <translation>En consulta: %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>up to %1 min</source>
        <translation>hasta %1 min</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>%1–%2 min</translation>
    </message>
    <message>
        <source>wait, about</source>
        <translation>espera aprox.</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>Waiting now</source>
        <translation>En espera ahora</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>The clinic&apos;s records are on their way</source>
        <translation>Los datos de la clínica están en camino</translation>
    </message>
    <message>
        <source>No doctor is in yet</source>
        <translation>Aún no hay ningún médico</translation>
    </message>
    <message>
        <source>Working offline. Emergencies may go first.</source>
        <translation>Sin conexión. Las urgencias pueden pasar antes.</translation>
    </message>
    <message>
        <source>Emergencies may go first.</source>
        <translation>Las urgencias pueden pasar antes.</translation>
    </message>
</context>
<context>
    <name>Stale</name>
    <message>
        <source>This board is not up to date</source>
        <translation>Esta pantalla no está actualizada</translation>
    </message>
    <message>
        <source>Please listen for your number, or ask at the desk.</source>
        <translation>Esté atento a su número o pregunte en recepción.</translation>
    </message>
</context>
</TS>
