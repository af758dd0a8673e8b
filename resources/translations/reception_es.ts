<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES" sourcelanguage="en">
<context>
    <name>Alerts</name>
    <message>
        <source>Emergency · number %1 · since %2</source>
        <translation>Emergencia · número %1 · desde las %2</translation>
    </message>
    <message>
        <source>Emergency at %1 · number %2 · since %3</source>
        <translation>Emergencia en %1 · número %2 · desde las %3</translation>
    </message>
    <message>
        <source>Somebody needs help · number %1 · since %2</source>
        <translation>Alguien necesita ayuda · número %1 · desde las %2</translation>
    </message>
    <message>
        <source>Somebody needs help at %1 · number %2 · since %3</source>
        <translation>Alguien necesita ayuda en %1 · número %2 · desde las %3</translation>
    </message>
    <message>
        <source>%1 · since %2</source>
        <translation>%1 · desde las %2</translation>
    </message>
    <message>
        <source>%1 · at %2 · since %3</source>
        <translation>%1 · en %2 · desde las %3</translation>
    </message>
    <message>
        <source>%1: %2 · since %3</source>
        <translation>%1: %2 · desde las %3</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Impresora</translation>
    </message>
    <message>
        <source>%1 says that their details have changed</source>
        <translation>%1 dice que sus datos han cambiado</translation>
    </message>
    <message>
        <source>%1 has not given their consent</source>
        <translation>%1 no ha dado su consentimiento</translation>
    </message>
    <message>
        <source>%1 has not given their consent, and says that their details have changed</source>
        <translation>%1 no ha dado su consentimiento y dice que sus datos han cambiado</translation>
    </message>
    <message>
        <source>the printer is out of paper</source>
        <translation>la impresora no tiene papel</translation>
    </message>
    <message>
        <source>the printer&apos;s cover is open</source>
        <translation>la tapa de la impresora está abierta</translation>
    </message>
    <message>
        <source>the printer does not answer</source>
        <translation>la impresora no responde</translation>
    </message>
    <message>
        <source>the server has not heard of it</source>
        <translation>el servidor no sabe nada de él</translation>
    </message>
    <message>
        <source>the paper is near its end</source>
        <translation>queda poco papel</translation>
    </message>
    <message>
        <source>the printer needs somebody</source>
        <translation>la impresora necesita atención</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody is with them</source>
        <translation>Ya hay alguien con la persona</translation>
    </message>
    <message>
        <source>Seen to</source>
        <translation>Atendido</translation>
    </message>
</context>
<context>
    <name>AlikePanel</name>
    <message>
        <source>Is it one of these?</source>
        <translation>¿Es una de estas personas?</translation>
    </message>
    <message>
        <source>Name and phone or birth date are much the same.</source>
        <translation>El nombre y el teléfono o la fecha de nacimiento se parecen mucho.</translation>
    </message>
    <message>
        <source>No, somebody new</source>
        <translation>No, es alguien nuevo</translation>
    </message>
    <message>
        <source>Leave the form</source>
        <translation>Salir del formulario</translation>
    </message>
</context>
<context>
    <name>Coming</name>
    <message>
        <source>Next appointment</source>
        <translation>Próxima cita</translation>
    </message>
    <message>
        <source>No more appointments today</source>
        <translation>No hay más citas hoy</translation>
    </message>
    <message numerus="yes">
        <source>%n more today</source>
        <comment>appointments</comment>
        <translation>
            <numerusform>%n más hoy</numerusform>
            <numerusform>%n más hoy</numerusform>
        </translation>
    </message>
    <message>
        <source>the last at %1</source>
        <translation>la última a las %1</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>The queue cannot be read just now. This is how it stood at %1.</source>
        <translation>Ahora no se puede leer la cola. Así estaba a las %1.</translation>
    </message>
    <message>
        <source>The queue cannot be read just now.</source>
        <translation>Ahora no se puede leer la cola.</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>Volver a llamar</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Ausente</translation>
    </message>
    <message>
        <source>Hold back</source>
        <translation>Apartar</translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>Llamar al siguiente</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>My queue</source>
        <translation>Mi cola</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en espera</numerusform>
            <numerusform>%n en espera</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>DoctorChoices</name>
    <message>
        <source>Waits for</source>
        <translation>Espera a</translation>
    </message>
    <message>
        <source>whoever is free</source>
        <translation>quien esté libre</translation>
    </message>
</context>
<context>
    <name>FormPanel</name>
    <message>
        <source>New person</source>
        <translation>Persona nueva</translation>
    </message>
    <message>
        <source>Change details</source>
        <translation>Cambiar datos</translation>
    </message>
    <message>
        <source>Somebody else changed this person meanwhile. This is how it stands now: please enter your change once more.</source>
        <translation>Otra persona ha cambiado estos datos entretanto. Así están ahora: vuelva a introducir su cambio.</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>Hace falta un nombre.</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Apellidos</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Nacimiento</translation>
    </message>
    <message>
        <source>day month year</source>
        <translation>día mes año</translation>
    </message>
    <message>
        <source>This is no birth date.</source>
        <translation>No es una fecha de nacimiento.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Reason for the visit</source>
        <translation>Motivo de la visita</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Espera a</translation>
    </message>
    <message>
        <source>Register and add to the queue</source>
        <translation>Registrar y poner en la cola</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Leave the form</source>
        <translation>Salir del formulario</translation>
    </message>
</context>
<context>
    <name>Line</name>
    <message>
        <source>Whoever is free</source>
        <translation>Quien esté libre</translation>
    </message>
    <message>
        <source>not in today</source>
        <translation>hoy no está</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en espera</numerusform>
            <numerusform>%n en espera</numerusform>
        </translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>Llamar al siguiente</translation>
    </message>
    <message>
        <source>Call next for %1</source>
        <translation>Llamar al siguiente para %1</translation>
    </message>
    <message>
        <source>Called with the next of any doctor</source>
        <translation>Los llama cualquier médico con su siguiente</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Nadie espera</translation>
    </message>
</context>
<context>
    <name>PastWords</name>
    <message>
        <source>details changed</source>
        <translation>datos cambiados</translation>
    </message>
    <message>
        <source>consent given at the desk</source>
        <translation>consentimiento dado en recepción</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>visita</translation>
    </message>
    <message>
        <source>appointment</source>
        <translation>cita</translation>
    </message>
    <message>
        <source>booked</source>
        <translation>reservada</translation>
    </message>
    <message>
        <source>with the doctor</source>
        <translation>en consulta</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminada</translation>
    </message>
    <message>
        <source>called off</source>
        <translation>anulada</translation>
    </message>
    <message>
        <source>did not come</source>
        <translation>no acudió</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>cambiada</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>%1 waits with number %2.</source>
        <translation>%1 espera con el número %2.</translation>
    </message>
    <message>
        <source>%1 waits already, with number %2.</source>
        <translation>%1 ya espera, con el número %2.</translation>
    </message>
    <message>
        <source>The details of %1 are saved.</source>
        <translation>Los datos de %1 están guardados.</translation>
    </message>
    <message>
        <source>This person is not known any more.</source>
        <translation>Esta persona ya no consta.</translation>
    </message>
    <message>
        <source>There are no numbers left today.</source>
        <translation>Hoy ya no quedan números.</translation>
    </message>
    <message>
        <source>Sent to the printer, marked as a reprint.</source>
        <translation>Enviado a la impresora, con la marca «Reimpresión».</translation>
    </message>
    <message>
        <source>This machine has no printer.</source>
        <translation>Este equipo no tiene impresora.</translation>
    </message>
    <message>
        <source>Your role does not allow that.</source>
        <translation>Su función no lo permite.</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>Buscar una persona</translation>
    </message>
    <message>
        <source>Name, phone, birth date or number</source>
        <translation>Nombre, teléfono, fecha de nacimiento o número</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Persona nueva</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Personas encontradas</translation>
    </message>
    <message>
        <source>The records could not be asked. Please try again.</source>
        <translation>No se pudieron consultar los registros. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Nobody found. Press Enter to register them.</source>
        <translation>No se ha encontrado a nadie. Pulse Intro para registrar.</translation>
    </message>
    <message>
        <source>Type a name: everybody the clinic knows is found here, with or without a network.</source>
        <translation>Escriba un nombre: aquí se encuentra a todos los que la clínica conoce, con o sin red.</translation>
    </message>
    <message>
        <source>Choose somebody to see what is known of them.</source>
        <translation>Elija a alguien para ver lo que se sabe.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>PersonPanel</name>
    <message>
        <source>given on %1, to an earlier text</source>
        <translation>dado el %1, a un texto anterior</translation>
    </message>
    <message>
        <source>given on %1</source>
        <translation>dado el %1</translation>
    </message>
    <message>
        <source>declined on %1, for an earlier text</source>
        <translation>rechazado el %1, con un texto anterior</translation>
    </message>
    <message>
        <source>declined on %1</source>
        <translation>rechazado el %1</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>aún no se le ha preguntado</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Nacimiento</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identidad</translation>
    </message>
    <message>
        <source>seen by staff</source>
        <translation>comprobada por el personal</translation>
    </message>
    <message>
        <source>not seen by staff yet</source>
        <translation>aún sin comprobar por el personal</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Consentimiento</translation>
    </message>
    <message>
        <source>They agree now</source>
        <translation>Ahora da su consentimiento</translation>
    </message>
    <message>
        <source>Add to the queue of</source>
        <translation>Poner en la cola de</translation>
    </message>
    <message>
        <source>What happened before</source>
        <translation>Lo que pasó antes</translation>
    </message>
    <message>
        <source>Reprint the slip</source>
        <translation>Reimprimir la cita</translation>
    </message>
    <message>
        <source>Reprint the receipt</source>
        <translation>Reimprimir el recibo</translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>Poner en la cola</translation>
    </message>
    <message>
        <source>Change details</source>
        <translation>Cambiar datos</translation>
    </message>
</context>
<context>
    <name>PlaceCard</name>
    <message>
        <source>See at once</source>
        <translation>Atender ya</translation>
    </message>
    <message>
        <source>Booked for %1</source>
        <translation>Cita a las %1</translation>
    </message>
    <message>
        <source>%1 min over target</source>
        <translation>%1 min sobre el objetivo</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>sin nombre</translation>
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
        <translation>Elija a alguien, con el dedo o con las flechas</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamar</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>Volver a llamar</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Ausente</translation>
    </message>
    <message>
        <source>Is back</source>
        <translation>Ha vuelto</translation>
    </message>
    <message>
        <source>Hold back</source>
        <translation>Apartar</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Derivar</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>Se ha ido</translation>
    </message>
    <message>
        <source>Reprint</source>
        <translation>Reimprimir</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Nacimiento</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Came for</source>
        <translation>Viene por</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Necesita</translation>
    </message>
    <message>
        <source>Booked for</source>
        <translation>Cita a las</translation>
    </message>
    <message>
        <source>Number from</source>
        <translation>Número de</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identidad</translation>
    </message>
    <message>
        <source>not verified yet</source>
        <translation>sin comprobar</translation>
    </message>
    <message>
        <source>Called by</source>
        <translation>Llamado por</translation>
    </message>
    <message>
        <source>Put first</source>
        <translation>Adelantado</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Feels worse</source>
        <translation>Se siente peor</translation>
    </message>
    <message>
        <source>In great pain</source>
        <translation>Con mucho dolor</translation>
    </message>
    <message>
        <source>With a small child</source>
        <translation>Con un niño pequeño</translation>
    </message>
    <message>
        <source>The doctor asks for them</source>
        <translation>Lo pide el médico</translation>
    </message>
    <message>
        <source>Back from the laboratory</source>
        <translation>Vuelve del laboratorio</translation>
    </message>
    <message>
        <source>Why before the others?</source>
        <translation>¿Por qué antes que los demás?</translation>
    </message>
    <message>
        <source>Which doctor calls?</source>
        <translation>¿Qué médico llama?</translation>
    </message>
    <message>
        <source>To which doctor?</source>
        <translation>¿A qué médico?</translation>
    </message>
    <message>
        <source>How urgent is it?</source>
        <translation>¿Qué urgencia tiene?</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Otro motivo</translation>
    </message>
    <message>
        <source>not in today</source>
        <translation>hoy no está</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Emergency: %1, see at once</source>
        <translation>Urgencia vital: %1, atender ya</translation>
    </message>
    <message>
        <source>The queue cannot be read just now. This is how it stood at %1.</source>
        <translation>Ahora no se puede leer la cola. Así estaba a las %1.</translation>
    </message>
    <message>
        <source>The queue cannot be read just now.</source>
        <translation>Ahora no se puede leer la cola.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>No doctor is in today, and nobody waits</source>
        <translation>Hoy no hay ningún médico y nadie espera</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
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
        <translation>En consulta</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Llamado</translation>
    </message>
    <message>
        <source>Called again to %1</source>
        <translation>Llamado otra vez a %1</translation>
    </message>
    <message>
        <source>Called to %1</source>
        <translation>Llamado a %1</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Aparte</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>No acudió</translation>
    </message>
    <message>
        <source>Emergency: see at once</source>
        <translation>Urgencia vital: atender ya</translation>
    </message>
    <message>
        <source>Visit over</source>
        <translation>Visita terminada</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>Sin cita</translation>
    </message>
    <message>
        <source>put first</source>
        <translation>adelantado</translation>
    </message>
    <message>
        <source>+%1 min</source>
        <comment>beyond the target</comment>
        <translation>+%1 min</translation>
    </message>
    <message>
        <source>came late</source>
        <translation>llegó tarde</translation>
    </message>
    <message>
        <source>level %1</source>
        <comment>of triage</comment>
        <translation>nivel %1</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>sin comprobar</translation>
    </message>
    <message>
        <source>Emergency: at once</source>
        <translation>Urgencia vital: ya</translation>
    </message>
    <message>
        <source>Very urgent</source>
        <translation>Muy urgente</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgente</translation>
    </message>
    <message>
        <source>Less urgent</source>
        <translation>Poco urgente</translation>
    </message>
    <message>
        <source>Not urgent</source>
        <translation>No urgente</translation>
    </message>
    <message>
        <source>Waited %1 min</source>
        <translation>Ha esperado %1 min</translation>
    </message>
    <message>
        <source>%1 min before their time</source>
        <translation>%1 min antes de su hora</translation>
    </message>
    <message>
        <source>Level %1: target %2, not %3 min</source>
        <translation>Nivel %1: objetivo %2, no %3 min</translation>
    </message>
    <message>
        <source>No level yet, as routine: target %1 min</source>
        <translation>Sin nivel, como rutina: objetivo %1 min</translation>
    </message>
    <message>
        <source>Appointment: target %1, not %2 min</source>
        <translation>Con cita: objetivo %1, no %2 min</translation>
    </message>
    <message>
        <source>75 or older: target %1, not %2 min</source>
        <translation>75 años o más: objetivo %1, no %2 min</translation>
    </message>
    <message>
        <source>Under one year: target %1, not %2 min</source>
        <translation>Menor de un año: objetivo %1, no %2 min</translation>
    </message>
    <message>
        <source>Pregnant: target %1, not %2 min</source>
        <translation>Embarazo: objetivo %1, no %2 min</translation>
    </message>
    <message>
        <source>Disability: target %1, not %2 min</source>
        <translation>Discapacidad: objetivo %1, no %2 min</translation>
    </message>
    <message>
        <source>%1 min beyond the target: each counts %2 times</source>
        <translation>%1 min sobre el objetivo: cada uno vale por %2</translation>
    </message>
    <message>
        <source>More than %1 min late: waits as a walk-in</source>
        <translation>Más de %1 min tarde: espera como sin cita</translation>
    </message>
    <message>
        <source>Missed their call: the wait counts anew</source>
        <translation>No acudió a la llamada: la espera cuenta de nuevo</translation>
    </message>
    <message>
        <source>Put first by %1: %2</source>
        <translation>Adelantado por %1: %2</translation>
    </message>
    <message>
        <source>The time of arrival is not certain: that machine&apos;s clock was never checked</source>
        <translation>La hora de llegada no es segura: el reloj de esa máquina nunca se comprobó</translation>
    </message>
    <message>
        <source>%1 was called</source>
        <translation>%1: llamado</translation>
    </message>
    <message>
        <source>%1 was called to %2</source>
        <translation>%1: llamado a %2</translation>
    </message>
    <message>
        <source>%1 was called again</source>
        <translation>%1: llamado otra vez</translation>
    </message>
    <message>
        <source>%1 did not come and waits anew</source>
        <translation>%1 no acudió y vuelve a esperar</translation>
    </message>
    <message>
        <source>%1 did not come the third time: off the list</source>
        <translation>%1 no acudió por tercera vez: fuera de la lista</translation>
    </message>
    <message>
        <source>%1 is held back</source>
        <translation>%1 queda aparte</translation>
    </message>
    <message>
        <source>%1 may be called again</source>
        <translation>%1 puede volver a ser llamado</translation>
    </message>
    <message>
        <source>%1 has gone in</source>
        <translation>%1 ha entrado</translation>
    </message>
    <message>
        <source>%1: visit completed</source>
        <translation>%1: visita terminada</translation>
    </message>
    <message>
        <source>%1 has left</source>
        <translation>%1 se ha ido</translation>
    </message>
    <message>
        <source>%1 was handed over</source>
        <translation>%1: derivado</translation>
    </message>
    <message>
        <source>%1 has a new level</source>
        <translation>%1 tiene un nivel nuevo</translation>
    </message>
    <message>
        <source>%1: taken back</source>
        <translation>%1: deshecho</translation>
    </message>
    <message>
        <source>%1: ticket sent to the printer</source>
        <translation>%1: tique enviado a la impresora</translation>
    </message>
    <message>
        <source>%1 is an emergency: the alarm is raised</source>
        <translation>%1 es una urgencia vital: alarma dada</translation>
    </message>
    <message>
        <source>This number is no longer in the queue.</source>
        <translation>Este número ya no está en la cola.</translation>
    </message>
    <message>
        <source>This doctor does not work here any more.</source>
        <translation>Este médico ya no trabaja aquí.</translation>
    </message>
    <message>
        <source>Nobody is waiting who may be called.</source>
        <translation>No espera nadie a quien se pueda llamar.</translation>
    </message>
    <message>
        <source>%1 was called again three times. Mark as absent.</source>
        <translation>%1 ya fue llamado otras tres veces. Márquelo como ausente.</translation>
    </message>
    <message>
        <source>%1: another desk has gone on since. Nothing to take back.</source>
        <translation>%1: otro puesto ha seguido desde entonces. No hay nada que deshacer.</translation>
    </message>
    <message>
        <source>Your role may not do this.</source>
        <translation>Su función no permite hacer esto.</translation>
    </message>
    <message>
        <source>This machine has no printer.</source>
        <translation>Este equipo no tiene impresora.</translation>
    </message>
    <message>
        <source>Two desks called %1. They go to %2, called by %3.</source>
        <translation>Dos puestos llamaron a %1. Va a %2, llamado por %3.</translation>
    </message>
    <message>
        <source>That could not be done. Nothing was changed. Please try again.</source>
        <translation>No se pudo hacer. No se ha cambiado nada. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>%1 has just been called to %2 by %3.</source>
        <translation>%3 acaba de llamar a %1 a %2.</translation>
    </message>
    <message>
        <source>%1 has moved on meanwhile: %2.</source>
        <comment>%2 is a state, such as Being seen</comment>
        <translation>%1 ha avanzado entretanto: %2.</translation>
    </message>
</context>
<context>
    <name>Settle</name>
    <message>
        <source>Settled.</source>
        <translation>Resuelto.</translation>
    </message>
    <message>
        <source>Another desk has settled this already.</source>
        <translation>Otro puesto ya lo ha resuelto.</translation>
    </message>
    <message>
        <source>%1 settled this already, at %2.</source>
        <translation>%1 ya lo resolvió, a las %2.</translation>
    </message>
    <message>
        <source>It can&apos;t be settled so any more. Nothing was changed.</source>
        <translation>Ya no se puede resolver así. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>Por resolver</translation>
    </message>
    <message>
        <source>The records could not be asked. Please try again.</source>
        <translation>No se pudieron consultar los registros. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Nothing to settle.</source>
        <translation>Nada por resolver.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Look for people who are registered twice</source>
        <translation>Buscar personas registradas dos veces</translation>
    </message>
    <message>
        <source>Choose what you want to settle.</source>
        <translation>Elija lo que quiere resolver.</translation>
    </message>
    <message>
        <source>It is kept on this machine, and is offered again when the server can take it. An administrator finds it in the sync log.</source>
        <translation>Se guarda en este equipo y se ofrecerá de nuevo cuando el servidor pueda recibirlo. Un administrador lo encuentra en el registro de envíos.</translation>
    </message>
    <message>
        <source>One record</source>
        <translation>Una ficha</translation>
    </message>
    <message>
        <source>The other record</source>
        <translation>La otra ficha</translation>
    </message>
    <message>
        <source>Stands now</source>
        <translation>Consta ahora</translation>
    </message>
    <message>
        <source>Was said elsewhere</source>
        <translation>Se dijo en otro lugar</translation>
    </message>
    <message>
        <source>%1, as it is right</source>
        <translation>%1: lo correcto</translation>
    </message>
    <message>
        <source>Or type what is right</source>
        <translation>O escriba lo correcto</translation>
    </message>
    <message>
        <source>This is no date. Day, month and year: 14 3 1974</source>
        <translation>Esto no es una fecha. Día, mes y año: 14 3 1974</translation>
    </message>
    <message>
        <source>Move it to a free time:</source>
        <translation>Pasarla a una hora libre:</translation>
    </message>
    <message>
        <source>No free time is near. Please ring them, and book anew.</source>
        <translation>No hay hora libre cercana. Llame a la persona y dé otra cita.</translation>
    </message>
    <message>
        <source>They are one person</source>
        <translation>Son la misma persona</translation>
    </message>
    <message>
        <source>They are one person, as chosen</source>
        <translation>Son una misma persona, con lo elegido</translation>
    </message>
    <message>
        <source>Settle it as chosen</source>
        <translation>Resolver con lo elegido</translation>
    </message>
    <message>
        <source>Nothing is to be done</source>
        <translation>No hay nada que hacer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>SettleWords</name>
    <message>
        <source>The server did not take this</source>
        <translation>El servidor no lo aceptó</translation>
    </message>
    <message>
        <source>Two records, perhaps one person</source>
        <translation>Dos fichas, quizá una persona</translation>
    </message>
    <message>
        <source>Changed in two places</source>
        <translation>Cambiado en dos lugares</translation>
    </message>
    <message>
        <source>Called off, and yet here</source>
        <translation>Anulada, y aun así está aquí</translation>
    </message>
    <message>
        <source>Called off, and moved</source>
        <translation>Anulada y cambiada</translation>
    </message>
    <message>
        <source>Deleted, and changed</source>
        <translation>Borrado y cambiado</translation>
    </message>
    <message>
        <source>The time was given twice</source>
        <translation>La hora se dio dos veces</translation>
    </message>
    <message>
        <source>Outside the doctor&apos;s hours</source>
        <translation>Fuera del horario del médico</translation>
    </message>
    <message>
        <source>Please decide</source>
        <translation>Decida, por favor</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Apellidos</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Nacimiento</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Sexo</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>It changes something that the server has never heard of.</source>
        <translation>Cambia algo que el servidor no conoce.</translation>
    </message>
    <message>
        <source>The data of one of these people were erased meanwhile.</source>
        <translation>Entretanto se borraron los datos de una de estas personas.</translation>
    </message>
    <message>
        <source>It is more than one step may change.</source>
        <translation>Es más de lo que un solo paso puede cambiar.</translation>
    </message>
    <message>
        <source>It belongs to another place of the clinic.</source>
        <translation>Pertenece a otro centro de la clínica.</translation>
    </message>
    <message>
        <source>Another machine holds these places.</source>
        <translation>Otra máquina tiene estas plazas.</translation>
    </message>
    <message>
        <source>A desk may not change this: it is kept at the server.</source>
        <translation>Un puesto no puede cambiar esto: se guarda en el servidor.</translation>
    </message>
    <message>
        <source>Its number was not this machine&apos;s to give.</source>
        <translation>Esta máquina no podía dar ese número.</translation>
    </message>
    <message>
        <source>There is such a record already.</source>
        <translation>Ese registro ya existe.</translation>
    </message>
    <message>
        <source>What was written of this is never changed.</source>
        <translation>Lo escrito de esto no se cambia nunca.</translation>
    </message>
    <message>
        <source>Nobody&apos;s record is deleted from a desk.</source>
        <translation>Desde un puesto no se borra el registro de nadie.</translation>
    </message>
    <message>
        <source>The server does not understand it. Perhaps it is older than this machine.</source>
        <translation>El servidor no lo entiende. Quizá es más antiguo que esta máquina.</translation>
    </message>
    <message>
        <source>The visit was somewhere else already: this step did not fit any more.</source>
        <translation>La visita ya estaba en otro punto: este paso ya no encajaba.</translation>
    </message>
    <message>
        <source>The server gave no reason.</source>
        <translation>El servidor no dio ninguna razón.</translation>
    </message>
    <message>
        <source>They are two people</source>
        <translation>Son dos personas</translation>
    </message>
    <message>
        <source>The visit stands</source>
        <translation>La visita vale</translation>
    </message>
    <message>
        <source>They have left</source>
        <translation>Se ha ido</translation>
    </message>
    <message>
        <source>The new time stands</source>
        <translation>Vale la hora nueva</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Mantener</translation>
    </message>
    <message>
        <source>Leave the time as it is</source>
        <translation>Dejar la hora como está</translation>
    </message>
    <message>
        <source>Keep what stands</source>
        <translation>Dejar lo que consta</translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation>Anular</translation>
    </message>
    <message>
        <source>They are here</source>
        <translation>Está aquí</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Take the other</source>
        <translation>Tomar lo otro</translation>
    </message>
</context>
<context>
    <name>Tab</name>
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
</context>
<context>
    <name>Today</name>
    <message>
        <source>%1 is here, with number %2.</source>
        <translation>%1 está aquí, con el número %2.</translation>
    </message>
    <message>
        <source>%1 was here already, with number %2.</source>
        <translation>%1 ya estaba aquí, con el número %2.</translation>
    </message>
    <message>
        <source>It is noted that %1 did not come.</source>
        <translation>Queda anotado que %1 no acudió.</translation>
    </message>
    <message>
        <source>The appointment of %1 is called off.</source>
        <translation>La cita de %1 queda anulada.</translation>
    </message>
    <message>
        <source>It is too early to check %1 in.</source>
        <translation>Es demasiado pronto para registrar la llegada de %1.</translation>
    </message>
    <message>
        <source>The time of %1 has not come yet.</source>
        <translation>Aún no es la hora de %1.</translation>
    </message>
    <message>
        <source>Something happened to this appointment meanwhile. This is how it stands now.</source>
        <translation>Entretanto ha cambiado algo en esta cita. Así está ahora.</translation>
    </message>
    <message>
        <source>This appointment can&apos;t be checked in any more.</source>
        <translation>Ya no se puede registrar la llegada para esta cita.</translation>
    </message>
    <message>
        <source>There are no numbers left today.</source>
        <translation>Hoy ya no quedan números.</translation>
    </message>
    <message>
        <source>Sent to the printer, marked as a reprint.</source>
        <translation>Enviado a la impresora, con la marca «Reimpresión».</translation>
    </message>
    <message>
        <source>This machine has no printer.</source>
        <translation>Este equipo no tiene impresora.</translation>
    </message>
    <message>
        <source>Your role does not allow that.</source>
        <translation>Su función no lo permite.</translation>
    </message>
    <message>
        <source>Find in today&apos;s list</source>
        <translation>Buscar en la lista de hoy</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message numerus="yes">
        <source>%n still to come</source>
        <translation>
            <numerusform>%n por venir</numerusform>
            <numerusform>%n por venir</numerusform>
        </translation>
    </message>
    <message>
        <source>Today&apos;s appointments</source>
        <translation>Citas de hoy</translation>
    </message>
    <message>
        <source>time not confirmed yet</source>
        <translation>hora aún sin confirmar</translation>
    </message>
    <message>
        <source>here · %1</source>
        <translation>aquí · %1</translation>
    </message>
    <message>
        <source>The records could not be asked. Please try again.</source>
        <translation>No se pudieron consultar los registros. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>No appointments today.</source>
        <translation>Hoy no hay citas.</translation>
    </message>
    <message>
        <source>Nobody of that name today.</source>
        <translation>Hoy no hay nadie con ese nombre.</translation>
    </message>
    <message>
        <source>Choose an appointment.</source>
        <translation>Elija una cita.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Médico</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>Registrar llegada</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>No acudió</translation>
    </message>
    <message>
        <source>Call off</source>
        <translation>Anular</translation>
    </message>
    <message>
        <source>Reprint the slip</source>
        <translation>Reimprimir la cita</translation>
    </message>
    <message>
        <source>Reprint the receipt</source>
        <translation>Reimprimir el recibo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Call this appointment off?</source>
        <translation>¿Anular esta cita?</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Mantener</translation>
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
        <translation>Llame a la siguiente persona cuando esté a punto</translation>
    </message>
    <message>
        <source>Nobody is waiting for you</source>
        <translation>Nadie le está esperando</translation>
    </message>
    <message>
        <source>Came for</source>
        <translation>Viene por</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Necesita</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Nacimiento</translation>
    </message>
    <message>
        <source>Booked for</source>
        <translation>Cita a las</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Put first</source>
        <translation>Adelantado</translation>
    </message>
    <message>
        <source>Came at</source>
        <translation>Llegada</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>Why they are next</source>
        <translation>Por qué es el siguiente</translation>
    </message>
    <message>
        <source>Why they are number %1 in line</source>
        <translation>Por qué ocupa el puesto %1</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>%1, due %2</source>
        <comment>a score and the time at which the target falls due</comment>
        <translation>%1, vence a las %2</translation>
    </message>
    <message>
        <source>Came before, called after: %1</source>
        <translation>Llegaron antes, se llaman después: %1</translation>
    </message>
</context>
</TS>
