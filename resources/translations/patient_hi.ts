<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN" sourcelanguage="en">
<context>
    <name>AlwaysThere</name>
    <message>
        <source>Easier to see and reach</source>
        <translation>देखने और छूने में आसान</translation>
    </message>
    <message>
        <source>Call for help</source>
        <translation>मदद बुलाएँ</translation>
    </message>
    <message>
        <source>I&apos;d rather speak to someone</source>
        <translation>मैं किसी से बात करना चाहूँगा/चाहूँगी</translation>
    </message>
    <message>
        <source>Working offline – your place is safe</source>
        <translation>बिना नेटवर्क चल रहा है – आपका स्थान सुरक्षित है</translation>
    </message>
    <message>
        <source>Only you and our staff see this. The screen clears itself after a minute.</source>
        <translation>यह सिर्फ़ आप और हमारे कर्मचारी देखते हैं। एक मिनट बाद स्क्रीन अपने-आप साफ़ हो जाती है।</translation>
    </message>
    <message>
        <source>This machine is being made ready: %1 %</source>
        <translation>यह मशीन तैयार हो रही है: %1%</translation>
    </message>
</context>
<context>
    <name>BirthDate</name>
    <message>
        <source>When were you born?</source>
        <translation>आपका जन्म कब हुआ?</translation>
    </message>
    <message>
        <source>First the day of the month.</source>
        <translation>पहले तारीख़ बताएँ।</translation>
    </message>
    <message>
        <source>Now the month.</source>
        <translation>अब महीना।</translation>
    </message>
    <message>
        <source>Now the year, with four digits.</source>
        <translation>अब साल, चार अंकों में।</translation>
    </message>
    <message>
        <source>We could not find an appointment with that. Please check it and try again.</source>
        <translation>इससे हमें कोई अपॉइंटमेंट नहीं मिला। कृपया जाँचकर फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>आगे बढ़ें</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>दिन</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>महीना</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>साल</translation>
    </message>
</context>
<context>
    <name>BookingCode</name>
    <message>
        <source>What is your booking code?</source>
        <translation>आपका बुकिंग कोड क्या है?</translation>
    </message>
    <message>
        <source>It has 8 digits and is on your confirmation. You can also hold its square code in front of the scanner.</source>
        <translation>यह 8 अंकों का है और आपकी पुष्टि पर लिखा है। आप उसका चौकोर कोड स्कैनर के सामने भी रख सकते हैं।</translation>
    </message>
    <message>
        <source>We could not find an appointment with that. Please check it and try again.</source>
        <translation>इससे हमें कोई अपॉइंटमेंट नहीं मिला। कृपया जाँचकर फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>आगे बढ़ें</translation>
    </message>
    <message>
        <source>Booking code</source>
        <translation>बुकिंग कोड</translation>
    </message>
    <message>
        <source>Use my phone number instead</source>
        <translation>इसके बजाय मेरा फ़ोन नंबर लें</translation>
    </message>
</context>
<context>
    <name>Choose</name>
    <message>
        <source>Which appointment is it?</source>
        <translation>कौन-सा अपॉइंटमेंट है?</translation>
    </message>
    <message>
        <source>We found more than one.</source>
        <translation>हमें एक से ज़्यादा मिले हैं।</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Is this you?</source>
        <translation>क्या यह आप हैं?</translation>
    </message>
    <message>
        <source>Not me</source>
        <translation>मैं नहीं</translation>
    </message>
    <message>
        <source>Yes, that&apos;s me</source>
        <translation>हाँ, मैं ही हूँ</translation>
    </message>
    <message>
        <source>Born %1</source>
        <translation>जन्म: %1</translation>
    </message>
    <message>
        <source>Still your phone number? You can change it at the desk.</source>
        <translation>क्या यही आपका फ़ोन नंबर है? इसे काउंटर पर बदला जा सकता है।</translation>
    </message>
</context>
<context>
    <name>Ease</name>
    <message>
        <source>Easier to see and reach</source>
        <translation>देखने और छूने में आसान</translation>
    </message>
    <message>
        <source>Choose what helps you. It ends when you are done.</source>
        <translation>जो आपके काम आए, चुनें। आपका काम पूरा होने पर यह हट जाएगा।</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>आगे बढ़ें</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>बड़े अक्षर</translation>
    </message>
    <message>
        <source>Stronger contrast</source>
        <translation>ज़्यादा कंट्रास्ट</translation>
    </message>
    <message>
        <source>Lower on the screen</source>
        <translation>स्क्रीन पर नीचे</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>ज़्यादा समय</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Printing your number…</source>
        <translation>आपका नंबर छप रहा है…</translation>
    </message>
    <message>
        <source>Please take your number.</source>
        <translation>कृपया अपना नंबर लें।</translation>
    </message>
    <message>
        <source>It could not be printed. Please remember your number.</source>
        <translation>यह छप नहीं सका। कृपया अपना नंबर याद रखें।</translation>
    </message>
    <message>
        <source>Somebody is coming</source>
        <translation>कोई आ रहा है</translation>
    </message>
    <message>
        <source>Let us help you</source>
        <translation>हम आपकी मदद करते हैं</translation>
    </message>
    <message>
        <source>Shall we call somebody?</source>
        <translation>क्या हम किसी को बुलाएँ?</translation>
    </message>
    <message>
        <source>Please stay nearby. We will call this number.</source>
        <translation>कृपया पास ही रहें। हम यह नंबर पुकारेंगे।</translation>
    </message>
    <message>
        <source>We could not find an appointment with that. One of us can look for you.</source>
        <translation>इससे हमें कोई अपॉइंटमेंट नहीं मिला। हममें से कोई आपके लिए ढूँढ सकता है।</translation>
    </message>
    <message>
        <source>One of us will come and help you.</source>
        <translation>हममें से कोई आकर आपकी मदद करेगा।</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>हो गया</translation>
    </message>
    <message>
        <source>Yes, call somebody</source>
        <translation>हाँ, किसी को बुलाएँ</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>आपका नंबर</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Good morning.</source>
        <translation>सुप्रभात।</translation>
    </message>
    <message>
        <source>Good afternoon.</source>
        <translation>नमस्ते।</translation>
    </message>
    <message>
        <source>Good evening.</source>
        <translation>शुभ संध्या।</translation>
    </message>
    <message>
        <source>Tell us you are here.</source>
        <translation>बताएँ कि आप आ गए हैं।</translation>
    </message>
    <message>
        <source>It takes about a minute. You get a number, and we call it.</source>
        <translation>बस एक मिनट लगेगा। आपको एक नंबर मिलेगा और हम उसे पुकारेंगे।</translation>
    </message>
    <message>
        <source>I have an appointment</source>
        <translation>मेरा अपॉइंटमेंट है</translation>
    </message>
    <message>
        <source>Check in with a code or your details</source>
        <translation>कोड या अपनी जानकारी से</translation>
    </message>
    <message>
        <source>I don&apos;t have one</source>
        <translation>मेरा अपॉइंटमेंट नहीं है</translation>
    </message>
    <message>
        <source>Our desk will find a place for you</source>
        <translation>काउंटर पर आपके लिए जगह देखेंगे</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>Language</source>
        <translation>भाषा</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Check-in</source>
        <translation>आगमन</translation>
    </message>
</context>
<context>
    <name>MoreTime</name>
    <message>
        <source>Do you need more time?</source>
        <translation>क्या आपको और समय चाहिए?</translation>
    </message>
    <message numerus="yes">
        <source>This screen clears itself in %n second(s).</source>
        <translation>
            <numerusform>यह स्क्रीन %n सेकंड में साफ़ हो जाएगी।</numerusform>
            <numerusform>यह स्क्रीन %n सेकंड में साफ़ हो जाएगी।</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, more time</source>
        <translation>हाँ, और समय</translation>
    </message>
    <message>
        <source>No, I am done</source>
        <translation>नहीं, मेरा काम हो गया</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>This does not work just now</source>
        <translation>यह अभी काम नहीं कर रहा</translation>
    </message>
    <message>
        <source>Please come to the desk</source>
        <translation>कृपया काउंटर पर आएँ</translation>
    </message>
    <message>
        <source>You are early</source>
        <translation>आप जल्दी आ गए हैं</translation>
    </message>
    <message>
        <source>Our desk will help you</source>
        <translation>काउंटर पर आपकी मदद होगी</translation>
    </message>
    <message>
        <source>We have no more numbers today</source>
        <translation>आज के सभी नंबर दिए जा चुके हैं</translation>
    </message>
    <message>
        <source>Your appointment is at %1. Please come back and check in from:</source>
        <translation>आपका अपॉइंटमेंट %1 बजे है। कृपया इस समय से वापस आएँ:</translation>
    </message>
    <message>
        <source>One of us will check you in there. You can also call somebody to you.</source>
        <translation>वहाँ हममें से कोई आपका आगमन दर्ज करेगा। आप किसी को बुला भी सकते हैं।</translation>
    </message>
    <message>
        <source>Please go to the desk, and we will find a place for you. You can also call somebody to you.</source>
        <translation>कृपया काउंटर पर जाएँ, हम आपके लिए जगह देखेंगे। आप किसी को बुला भी सकते हैं।</translation>
    </message>
    <message>
        <source>Please come back, or call us. We are sorry.</source>
        <translation>कृपया फिर आएँ या हमें फ़ोन करें। हमें खेद है।</translation>
    </message>
    <message>
        <source>It is not your fault, and nothing is lost. One of us will check you in.</source>
        <translation>इसमें आपकी कोई ग़लती नहीं है और कुछ खोया नहीं है। हममें से कोई आपका आगमन दर्ज करेगा।</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>हो गया</translation>
    </message>
    <message>
        <source>Call somebody</source>
        <translation>किसी को बुलाएँ</translation>
    </message>
</context>
<context>
    <name>Phone</name>
    <message>
        <source>What is your phone number?</source>
        <translation>आपका फ़ोन नंबर क्या है?</translation>
    </message>
    <message>
        <source>The one you gave us when you made the appointment.</source>
        <translation>वही जो आपने अपॉइंटमेंट लेते समय दिया था।</translation>
    </message>
    <message>
        <source>We could not find an appointment with that. Please check it and try again.</source>
        <translation>इससे हमें कोई अपॉइंटमेंट नहीं मिला। कृपया जाँचकर फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>आगे बढ़ें</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>फ़ोन नंबर</translation>
    </message>
</context>
<context>
    <name>TakeWithYou</name>
    <message>
        <source>Printing your ticket…</source>
        <translation>आपका टिकट छप रहा है…</translation>
    </message>
    <message>
        <source>Please take your ticket.</source>
        <translation>कृपया अपना टिकट लें।</translation>
    </message>
    <message>
        <source>Your ticket could not be printed. Please photograph this screen.</source>
        <translation>आपका टिकट छप नहीं सका। कृपया इस स्क्रीन की फ़ोटो ले लें।</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>इसे साथ ले जाएँ</translation>
    </message>
    <message>
        <source>Scan to see your place in the queue on your phone.</source>
        <translation>स्कैन करके फ़ोन पर कतार में अपना स्थान देखें।</translation>
    </message>
    <message>
        <source>Print it again</source>
        <translation>फिर से छापें</translation>
    </message>
</context>
<context>
    <name>Ticket</name>
    <message>
        <source>Already checked in</source>
        <translation>आगमन पहले ही दर्ज है</translation>
    </message>
    <message>
        <source>You are checked in</source>
        <translation>आपका आगमन दर्ज हो गया</translation>
    </message>
    <message>
        <source>You are a little late. We have told the desk.</source>
        <translation>आपको थोड़ी देर हुई है। हमने काउंटर को बता दिया है।</translation>
    </message>
    <message>
        <source>Your appointment time is not confirmed yet. The desk will tell you.</source>
        <translation>आपके अपॉइंटमेंट का समय अभी पक्का नहीं है। काउंटर पर आपको बताया जाएगा।</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>हो गया</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>आपका नंबर</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>यहाँ जाएँ</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>आपकी बारी</translation>
    </message>
    <message>
        <source>About</source>
        <translation>लगभग</translation>
    </message>
    <message>
        <source>You are next</source>
        <translation>अगली बारी आपकी</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>%1–%2 मिनट</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) before you</source>
        <translation>
            <numerusform>आपसे पहले %n व्यक्ति</numerusform>
            <numerusform>आपसे पहले %n लोग</numerusform>
        </translation>
    </message>
</context>
</TS>
