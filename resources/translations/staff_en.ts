<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>Main</name>
    <message numerus="yes">
        <source>You are signed out in %n seconds.</source>
        <translation>
            <numerusform>You are signed out in %n second.</numerusform>
            <numerusform>You are signed out in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message numerus="yes">
        <source>Too many tries. Please wait %n seconds.</source>
        <translation>
            <numerusform>Too many tries. Please wait %n second.</numerusform>
            <numerusform>Too many tries. Please wait %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n digits typed</source>
        <translation>
            <numerusform>%n digit typed</numerusform>
            <numerusform>%n digits typed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n to send</numerusform>
            <numerusform>%n to send</numerusform>
        </translation>
    </message>
</context>
</TS>
