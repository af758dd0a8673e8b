<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN" sourcelanguage="en">
<context>
    <name>Calls</name>
    <message numerus="yes">
        <source>Updated %n s ago</source>
        <translation>
            <numerusform>%n सेकंड पहले अपडेट हुआ</numerusform>
            <numerusform>%n सेकंड पहले अपडेट हुआ</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has been called yet today</source>
        <translation>आज अभी तक किसी को नहीं बुलाया गया</translation>
    </message>
    <message>
        <source>Now calling</source>
        <translation>अभी बुला रहे हैं</translation>
    </message>
    <message>
        <source>Last called</source>
        <translation>पिछला बुलावा</translation>
    </message>
    <message>
        <source>Please see the desk</source>
        <translation>कृपया काउंटर पर आएँ</translation>
    </message>
    <message>
        <source>See the desk</source>
        <translation>काउंटर पर आएँ</translation>
    </message>
</context>
<context>
    <name>Line</name>
    <message>
        <source>Whoever is free</source>
        <translation>जो डॉक्टर ख़ाली हो</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n प्रतीक्षा में</numerusform>
            <numerusform>%n प्रतीक्षा में</numerusform>
        </translation>
    </message>
    <message>
        <source>With the doctor: %1</source>
        <translation>डॉक्टर के पास: %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>पता नहीं</translation>
    </message>
    <message>
        <source>up to %1 min</source>
        <translation>%1 मिनट तक</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>%1–%2 मिनट</translation>
    </message>
    <message>
        <source>wait, about</source>
        <translation>प्रतीक्षा, लगभग</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>Waiting now</source>
        <translation>अभी प्रतीक्षा में</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 में से %1</translation>
    </message>
    <message>
        <source>The clinic&apos;s records are on their way</source>
        <translation>क्लिनिक के रिकॉर्ड आ रहे हैं</translation>
    </message>
    <message>
        <source>No doctor is in yet</source>
        <translation>अभी कोई डॉक्टर नहीं आया</translation>
    </message>
    <message>
        <source>Working offline. Emergencies may go first.</source>
        <translation>बिना नेटवर्क के काम चल रहा है। आपात मरीज़ पहले जा सकते हैं।</translation>
    </message>
    <message>
        <source>Emergencies may go first.</source>
        <translation>आपात मरीज़ पहले जा सकते हैं।</translation>
    </message>
</context>
<context>
    <name>Stale</name>
    <message>
        <source>This board is not up to date</source>
        <translation>यह बोर्ड ताज़ा नहीं है</translation>
    </message>
    <message>
        <source>Please listen for your number, or ask at the desk.</source>
        <translation>कृपया अपना नंबर सुनें, या काउंटर पर पूछें।</translation>
    </message>
</context>
</TS>
