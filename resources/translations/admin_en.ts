<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>PlanView</name>
    <message numerus="yes">
        <source>%1, %n people</source>
        <translation>
            <numerusform>%1, %n person</numerusform>
            <numerusform>%1, %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days get them</source>
        <translation>
            <numerusform>%n day gets them</numerusform>
            <numerusform>%n days get them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days stay as they are</source>
        <translation>
            <numerusform>%n day stays as it is</numerusform>
            <numerusform>%n days stay as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of its hours give way</source>
        <translation>
            <numerusform>%n entry of hours gives way</numerusform>
            <numerusform>%n entries of hours give way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message numerus="yes">
        <source>%n changes take effect when the program starts again.</source>
        <translation>
            <numerusform>%n change takes effect when the program starts again.</numerusform>
            <numerusform>%n changes take effect when the program starts again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message numerus="yes">
        <source>Done: %n pieces of work were settled.</source>
        <translation>
            <numerusform>Done: %n piece of work was settled.</numerusform>
            <numerusform>Done: %n pieces of work were settled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Writing the file: %n entries so far</source>
        <translation>
            <numerusform>Writing the file: %n entry so far</numerusform>
            <numerusform>Writing the file: %n entries so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What the filter leaves: %n entries.</source>
        <translation>
            <numerusform>What the filter leaves: %n entry.</numerusform>
            <numerusform>What the filter leaves: %n entries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All of it: %n entries.</source>
        <translation>
            <numerusform>All of it: %n entry.</numerusform>
            <numerusform>All of it: %n entries.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TemplateWords</name>
    <message numerus="yes">
        <source>%n booked, who keep their time</source>
        <translation>
            <numerusform>%n booked, who keeps their time</numerusform>
            <numerusform>%n booked, who keep their time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times beside the template</source>
        <translation>
            <numerusform>%n time beside the template</numerusform>
            <numerusform>%n times beside the template</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Don&apos;t come: from their own appointments here in the last %n days, drawn to everybody&apos;s.</source>
        <translation>
            <numerusform>Don&apos;t come: from their own appointments here in the last %n day, drawn to everybody&apos;s.</numerusform>
            <numerusform>Don&apos;t come: from their own appointments here in the last %n days, drawn to everybody&apos;s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Don&apos;t come: from everybody&apos;s appointments here in the last %n days, as they have none of their own yet.</source>
        <translation>
            <numerusform>Don&apos;t come: from everybody&apos;s appointments here in the last %n day, as they have none of their own yet.</numerusform>
            <numerusform>Don&apos;t come: from everybody&apos;s appointments here in the last %n days, as they have none of their own yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Don&apos;t come: the usual share, as fewer than %1 appointments were kept or missed here in the last %n days.</source>
        <translation>
            <numerusform>Don&apos;t come: the usual share, as fewer than %1 appointments were kept or missed here in the last %n day.</numerusform>
            <numerusform>Don&apos;t come: the usual share, as fewer than %1 appointments were kept or missed here in the last %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message numerus="yes">
        <source>Apply it to %n days</source>
        <translation>
            <numerusform>Apply it to %n day</numerusform>
            <numerusform>Apply it to %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done: %n days have these times now, and can be booked.</source>
        <translation>
            <numerusform>Done: %n day has these times now, and can be booked.</numerusform>
            <numerusform>Done: %n days have these times now, and can be booked.</numerusform>
        </translation>
    </message>
</context>
</TS>
