<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN" sourcelanguage="en">
<context>
    <name>Main</name>
    <message>
        <source>That could not be done. Nothing was changed.</source>
        <translation>यह नहीं हो सका। कुछ भी नहीं बदला गया।</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>ठीक है</translation>
    </message>
    <message>
        <source>Still there?</source>
        <translation>क्या आप अभी यहीं हैं?</translation>
    </message>
    <message numerus="yes">
        <source>You are signed out in %n seconds.</source>
        <translation>
            <numerusform>%n सेकंड में आप साइन आउट हो जाएँगे।</numerusform>
            <numerusform>%n सेकंड में आप साइन आउट हो जाएँगे।</numerusform>
        </translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>साइन इन रहें</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Sections above</source>
        <translation>ऊपर के अनुभाग</translation>
    </message>
    <message>
        <source>Sections below</source>
        <translation>नीचे के अनुभाग</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>लॉक करें</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>Queue</source>
        <translation>कतार</translation>
    </message>
    <message>
        <source>My queue</source>
        <translation>मेरी कतार</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>आज</translation>
    </message>
    <message>
        <source>People</source>
        <translation>लोग</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>निपटाना है</translation>
    </message>
    <message>
        <source>Sync log</source>
        <translation>सिंक लॉग</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>मशीनें</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>कर्मचारी</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>क्लिनिक</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>प्रतियाँ</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>काग़ज़</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>क्रम</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>ढाँचे</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>रिपोर्ट</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>सेटिंग</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>रूप</translation>
    </message>
    <message>
        <source>Reception</source>
        <translation>रिसेप्शन</translation>
    </message>
    <message>
        <source>Nurse</source>
        <translation>नर्स</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>डॉक्टर</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>व्यवस्थापक</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>That PIN is not right. Please try again.</source>
        <translation>यह PIN सही नहीं है। कृपया फिर कोशिश करें।</translation>
    </message>
    <message numerus="yes">
        <source>Too many tries. Please wait %n seconds.</source>
        <translation>
            <numerusform>बहुत बार कोशिश हो चुकी है। कृपया %n सेकंड रुकें।</numerusform>
            <numerusform>बहुत बार कोशिश हो चुकी है। कृपया %n सेकंड रुकें।</numerusform>
        </translation>
    </message>
    <message>
        <source>The first sign-in at this desk needs the server, which can&apos;t be reached now.</source>
        <translation>इस डेस्क पर पहली बार साइन इन के लिए सर्वर चाहिए, जो अभी उपलब्ध नहीं है।</translation>
    </message>
    <message>
        <source>Too many wrong tries. Once the server can be reached again, sign in here with the right PIN.</source>
        <translation>बहुत बार गलत PIN डाला गया। सर्वर से फिर संपर्क होने पर सही PIN से साइन इन करें।</translation>
    </message>
    <message>
        <source>That could not be checked. Please try again.</source>
        <translation>इसकी जाँच नहीं हो सकी। कृपया फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>आप कौन हैं?</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>आपका नाम</translation>
    </message>
    <message>
        <source>Type your name, or choose it below</source>
        <translation>अपना नाम लिखें या नीचे से चुनें</translation>
    </message>
    <message>
        <source>Nobody can sign in at this desk yet. An administrator adds people who work here.</source>
        <translation>अभी इस डेस्क पर कोई साइन इन नहीं कर सकता। व्यवस्थापक यहाँ काम करने वालों को जोड़ते हैं।</translation>
    </message>
    <message>
        <source>Nobody of that name works here.</source>
        <translation>इस नाम का कोई यहाँ काम नहीं करता।</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>आपका PIN</translation>
    </message>
    <message numerus="yes">
        <source>%n digits typed</source>
        <translation>
            <numerusform>%n अंक लिखा गया</numerusform>
            <numerusform>%n अंक लिखे गए</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>जाँच हो रही है…</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>मिटाएँ</translation>
    </message>
    <message>
        <source>Not me</source>
        <translation>मैं नहीं हूँ</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>साइन इन करें</translation>
    </message>
</context>
<context>
    <name>StaffField</name>
    <message>
        <source>No more fits in here</source>
        <translation>यहाँ और नहीं समाएगा</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n भेजना बाकी</numerusform>
            <numerusform>%n भेजने बाकी</numerusform>
        </translation>
    </message>
    <message>
        <source>This machine works by itself</source>
        <translation>यह मशीन अकेले काम करती है</translation>
    </message>
    <message>
        <source>Fetching the clinic&apos;s records: %1 %</source>
        <translation>क्लिनिक के रिकॉर्ड आ रहे हैं: %1 %</translation>
    </message>
    <message>
        <source>Working offline · %1 · since %2</source>
        <translation>ऑफ़लाइन काम जारी · %1 · %2 से</translation>
    </message>
    <message>
        <source>Working offline · since %1</source>
        <translation>ऑफ़लाइन काम जारी · %1 से</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>जुड़ा हुआ</translation>
    </message>
</context>
</TS>
