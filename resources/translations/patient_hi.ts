<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN" sourcelanguage="en">
<context>
    <name>AlwaysThere</name>
    <message>
        <source>Easier to see and reach</source>
        <translation>आसान पहुँच</translation>
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
    <message>
        <source>This machine cannot read aloud in English</source>
        <translation>यह मशीन हिन्दी में पढ़कर नहीं सुना सकती</translation>
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
    <name>Changes</name>
    <message>
        <source>What has changed?</source>
        <translation>क्या बदला है?</translation>
    </message>
    <message>
        <source>My phone number</source>
        <translation>मेरा फ़ोन नंबर</translation>
    </message>
    <message>
        <source>You type it here</source>
        <translation>यहीं लिखें</translation>
    </message>
    <message>
        <source>Until now %1</source>
        <translation>अब तक %1</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>कुछ और</translation>
    </message>
    <message>
        <source>We tell the desk. You get your number all the same.</source>
        <translation>हम काउंटर को बता देंगे। नंबर आपको फिर भी मिलेगा।</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>Is this right?</source>
        <translation>क्या यह सही है?</translation>
    </message>
    <message>
        <source>Somebody else has just taken this time.</source>
        <translation>यह समय अभी-अभी किसी और ने ले लिया।</translation>
    </message>
    <message>
        <source>Choose another time</source>
        <translation>दूसरा समय चुनें</translation>
    </message>
    <message>
        <source>Yes, book it</source>
        <translation>हाँ, बुक करें</translation>
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
        <source>The desk will ask you what has changed.</source>
        <translation>काउंटर पर आपसे पूछा जाएगा कि क्या बदला है।</translation>
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
        <source>Your new phone number</source>
        <translation>आपका नया फ़ोन नंबर</translation>
    </message>
    <message>
        <source>Still your phone number?</source>
        <translation>क्या यह अब भी आपका नंबर है?</translation>
    </message>
    <message>
        <source>Something has changed</source>
        <translation>कुछ बदल गया है</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>Do you agree?</source>
        <translation>क्या आप सहमत हैं?</translation>
    </message>
    <message>
        <source>Whatever you answer, you get your number.</source>
        <translation>आपका जवाब कुछ भी हो, आपको नंबर मिलेगा।</translation>
    </message>
    <message>
        <source>I agree</source>
        <translation>मैं सहमत हूँ</translation>
    </message>
    <message>
        <source>The clinic&apos;s text</source>
        <translation>क्लिनिक का पाठ</translation>
    </message>
    <message>
        <source>I don&apos;t agree, or want to ask first</source>
        <translation>मैं सहमत नहीं, या पहले पूछना है</translation>
    </message>
</context>
<context>
    <name>Ease</name>
    <message>
        <source>Easier to see and reach</source>
        <translation>आसान पहुँच</translation>
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
    <message>
        <source>Read the screens aloud</source>
        <translation>स्क्रीन पढ़कर सुनाएँ</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>Would you like to say more?</source>
        <translation>क्या आप कुछ और कहना चाहेंगे?</translation>
    </message>
    <message>
        <source>What is your first name?</source>
        <translation>आपका नाम क्या है?</translation>
    </message>
    <message>
        <source>What is your name?</source>
        <translation>आपका पूरा नाम क्या है?</translation>
    </message>
    <message>
        <source>You can leave it out.</source>
        <translation>आप इसे छोड़ सकते हैं।</translation>
    </message>
    <message>
        <source>So that we can speak to you. You can leave it out.</source>
        <translation>ताकि हम आपको नाम से बुला सकें। आप इसे छोड़ सकते हैं।</translation>
    </message>
    <message>
        <source>First name and last name. One name is fine.</source>
        <translation>नाम और उपनाम। केवल एक नाम भी चलेगा।</translation>
    </message>
    <message>
        <source>This is as much as we can take.</source>
        <translation>इससे ज़्यादा नहीं लिखा जा सकता।</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>छोड़ें</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>भेजें</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>आगे बढ़ें</translation>
    </message>
    <message>
        <source>Your words</source>
        <translation>आपके शब्द</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Type the sound of a character, then choose it here.</source>
        <translation>अक्षर का उच्चारण लिखें, फिर यहाँ चुनें।</translation>
    </message>
    <message>
        <source>Other characters</source>
        <translation>दूसरे अक्षर</translation>
    </message>
    <message>
        <source>Keep the letters %1</source>
        <translation>अक्षर %1 ही रखें</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>खाली जगह</translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation>आखिरी अक्षर मिटाएँ</translation>
    </message>
</context>
<context>
    <name>Feedback</name>
    <message>
        <source>Very bad</source>
        <translation>बहुत खराब</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>खराब</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>ठीक-ठाक</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>अच्छी</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>बहुत अच्छी</translation>
    </message>
    <message>
        <source>How was your visit?</source>
        <translation>आपकी मुलाक़ात कैसी रही?</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>धन्यवाद</translation>
    </message>
    <message>
        <source>We read everything that is written here.</source>
        <translation>यहाँ लिखी हर बात हम पढ़ते हैं।</translation>
    </message>
    <message>
        <source>You have told us about this visit before.</source>
        <translation>आप इस मुलाक़ात के बारे में पहले ही बता चुके हैं।</translation>
    </message>
    <message>
        <source>Choose the face that fits.</source>
        <translation>जो चेहरा सही लगे उसे चुनें।</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>अभी नहीं</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>हो गया</translation>
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
        <source>Get a number and wait to be seen</source>
        <translation>नंबर लें और अपनी बारी का इंतज़ार करें</translation>
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
    <name>MyPlace</name>
    <message>
        <source>It is your turn</source>
        <translation>आपकी बारी है</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) before you</source>
        <translation>
            <numerusform>आपसे पहले %n व्यक्ति</numerusform>
            <numerusform>आपसे पहले %n लोग</numerusform>
        </translation>
    </message>
    <message>
        <source>You are next</source>
        <translation>अगली बारी आपकी</translation>
    </message>
    <message>
        <source>Please go in now.</source>
        <translation>कृपया अंदर जाएँ।</translation>
    </message>
    <message>
        <source>We will call your number.</source>
        <translation>हम आपका नंबर पुकारेंगे।</translation>
    </message>
    <message>
        <source>Please stay nearby.</source>
        <translation>कृपया पास ही रहें।</translation>
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
        <source>Wait here</source>
        <translation>यहाँ इंतज़ार करें</translation>
    </message>
    <message>
        <source>About</source>
        <translation>लगभग</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>%1–%2 मिनट</translation>
    </message>
</context>
<context>
    <name>Needs</name>
    <message>
        <source>I am pregnant</source>
        <translation>मैं गर्भवती हूँ</translation>
    </message>
    <message>
        <source>I have a baby with me</source>
        <translation>मेरे साथ शिशु है</translation>
    </message>
    <message>
        <source>I have a disability</source>
        <translation>मुझे दिव्यांगता है</translation>
    </message>
    <message>
        <source>I need an interpreter</source>
        <translation>मुझे दुभाषिया चाहिए</translation>
    </message>
    <message>
        <source>I use a wheelchair</source>
        <translation>मैं व्हीलचेयर पर हूँ</translation>
    </message>
    <message>
        <source>Is there anything we should know?</source>
        <translation>क्या हमें कुछ जानना चाहिए?</translation>
    </message>
    <message>
        <source>Choose all that fit, or none.</source>
        <translation>जो लागू हो चुनें, या कुछ न चुनें।</translation>
    </message>
    <message>
        <source>Get my number</source>
        <translation>मेरा नंबर लें</translation>
    </message>
</context>
<context>
    <name>NewPhone</name>
    <message>
        <source>What is your new phone number?</source>
        <translation>आपका नया फ़ोन नंबर क्या है?</translation>
    </message>
    <message>
        <source>We will reach you on it from now on.</source>
        <translation>अब से हम आपसे इसी नंबर पर संपर्क करेंगे।</translation>
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
    <name>OtherWays</name>
    <message>
        <source>Book an appointment</source>
        <translation>अपॉइंटमेंट बुक करें</translation>
    </message>
    <message>
        <source>My place in the queue</source>
        <translation>कतार में मेरी जगह</translation>
    </message>
</context>
<context>
    <name>OwnBirthDate</name>
    <message>
        <source>There is no such day. Please check it.</source>
        <translation>ऐसा कोई दिन नहीं है। कृपया जाँच लें।</translation>
    </message>
</context>
<context>
    <name>OwnPhone</name>
    <message>
        <source>So that we can reach you. You can leave it out.</source>
        <translation>ताकि हम आपसे संपर्क कर सकें। आप इसे छोड़ सकते हैं।</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>छोड़ें</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>आगे बढ़ें</translation>
    </message>
</context>
<context>
    <name>Pay</name>
    <message>
        <source>Pay at the desk</source>
        <translation>काउंटर पर भुगतान करें</translation>
    </message>
    <message>
        <source>You get your number now, and pay before you leave</source>
        <translation>अभी नंबर लें, और जाने से पहले भुगतान करें</translation>
    </message>
    <message>
        <source>There is something to pay</source>
        <translation>कुछ भुगतान बाकी है</translation>
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
    <name>Pick</name>
    <message>
        <source>Whom would you like to see?</source>
        <translation>आप किनसे मिलना चाहते हैं?</translation>
    </message>
    <message>
        <source>At what time?</source>
        <translation>किस समय?</translation>
    </message>
    <message>
        <source>On which day?</source>
        <translation>किस दिन?</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>किस बारे में?</translation>
    </message>
    <message>
        <source>Times marked “to be confirmed” are not promised yet. The desk will tell you.</source>
        <translation>«पुष्टि बाकी» वाले समय अभी पक्के नहीं हैं। काउंटर आपको बताएगा।</translation>
    </message>
    <message>
        <source>I know whom I want to see</source>
        <translation>मुझे पता है किससे मिलना है</translation>
    </message>
    <message>
        <source>%1, to be confirmed</source>
        <translation>%1, पुष्टि बाकी</translation>
    </message>
    <message>
        <source>to be confirmed</source>
        <translation>पुष्टि बाकी</translation>
    </message>
</context>
<context>
    <name>PlaceBirthDate</name>
    <message>
        <source>We could not find your place with that. Please check it and try again.</source>
        <translation>इससे आपकी जगह नहीं मिली। कृपया जाँच कर फिर कोशिश करें।</translation>
    </message>
</context>
<context>
    <name>PlacePhone</name>
    <message>
        <source>Your phone number?</source>
        <translation>आपका फ़ोन नंबर?</translation>
    </message>
    <message>
        <source>Or hold the square code of your ticket in front of the scanner.</source>
        <translation>या अपने टिकट का चौकोर कोड स्कैनर के सामने रखें।</translation>
    </message>
    <message>
        <source>We could not find your place with that. Please check it and try again.</source>
        <translation>इससे आपकी जगह नहीं मिली। कृपया जाँच कर फिर कोशिश करें।</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>Why are you here today?</source>
        <translation>आज आप किसलिए आए हैं?</translation>
    </message>
    <message>
        <source>Choose what comes closest.</source>
        <translation>जो सबसे क़रीब हो उसे चुनें।</translation>
    </message>
    <message>
        <source>More reasons</source>
        <translation>और कारण</translation>
    </message>
</context>
<context>
    <name>RedFlag</name>
    <message>
        <source>Do you have any of these now?</source>
        <translation>क्या आपको अभी इनमें से कुछ है?</translation>
    </message>
    <message>
        <source>Staff are coming to you now</source>
        <translation>कर्मचारी अभी आपके पास आ रहे हैं</translation>
    </message>
    <message>
        <source>Please call out to our staff now</source>
        <translation>कृपया अभी हमारे कर्मचारियों को आवाज़ दें</translation>
    </message>
    <message>
        <source>Stay here. Sit down if you can.</source>
        <translation>यहीं रहें। हो सके तो बैठ जाएँ।</translation>
    </message>
    <message>
        <source>Go to the desk at once, or ask somebody beside you to go.</source>
        <translation>तुरंत काउंटर पर जाएँ, या पास के किसी को भेजें।</translation>
    </message>
    <message>
        <source>No, none of these</source>
        <translation>नहीं, इनमें से कुछ नहीं</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>हो गया</translation>
    </message>
    <message>
        <source>Tell staff again</source>
        <translation>फिर से बताएँ</translation>
    </message>
    <message>
        <source>Pain or pressure in the chest</source>
        <translation>सीने में दर्द या दबाव</translation>
    </message>
    <message>
        <source>Trouble breathing</source>
        <translation>साँस लेने में तकलीफ़</translation>
    </message>
    <message>
        <source>Heavy bleeding</source>
        <translation>बहुत ज़्यादा खून बहना</translation>
    </message>
    <message>
        <source>Yes – tell staff now</source>
        <translation>हाँ – अभी बताएँ</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>आपका नंबर</translation>
    </message>
</context>
<context>
    <name>Service</name>
    <message>
        <source>Ready</source>
        <translation>तैयार</translation>
    </message>
    <message>
        <source>This machine does not print.</source>
        <translation>यह मशीन नहीं छापती।</translation>
    </message>
    <message>
        <source>Paper is near its end.</source>
        <translation>काग़ज़ ख़त्म होने वाला है।</translation>
    </message>
    <message>
        <source>No paper.</source>
        <translation>काग़ज़ नहीं है।</translation>
    </message>
    <message>
        <source>The cover is open.</source>
        <translation>ढक्कन खुला है।</translation>
    </message>
    <message>
        <source>Switched off line at the printer.</source>
        <translation>प्रिंटर पर ऑफ़लाइन किया गया।</translation>
    </message>
    <message>
        <source>Not reached: is it on, and plugged in?</source>
        <translation>संपर्क नहीं: क्या वह चालू और जुड़ा है?</translation>
    </message>
    <message>
        <source>It does not say how it is.</source>
        <translation>वह अपनी हालत नहीं बताता।</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>जुड़ा है</translation>
    </message>
    <message>
        <source>Connected, last answer %1</source>
        <translation>जुड़ा है, पिछला जवाब %1</translation>
    </message>
    <message>
        <source>Away: the hub of this place answers</source>
        <translation>नहीं मिल रहा: यहाँ का हब जवाब दे रहा है</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>नहीं मिल रहा</translation>
    </message>
    <message>
        <source>Not reached, last answer %1</source>
        <translation>नहीं मिल रहा, पिछला जवाब %1</translation>
    </message>
    <message>
        <source>This machine works alone.</source>
        <translation>यह मशीन अकेले काम करती है।</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>छप रहा है…</translation>
    </message>
    <message>
        <source>The test page is out.</source>
        <translation>जाँच पृष्ठ निकल आया।</translation>
    </message>
    <message>
        <source>The page was sent. The printer did not say whether it came out.</source>
        <translation>पृष्ठ भेजा गया। प्रिंटर ने नहीं बताया कि वह निकला या नहीं।</translation>
    </message>
    <message>
        <source>The test page did not come out.</source>
        <translation>जाँच पृष्ठ नहीं निकला।</translation>
    </message>
    <message>
        <source>Close the program?</source>
        <translation>प्रोग्राम बंद करें?</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>रखरखाव</translation>
    </message>
    <message>
        <source>Nobody can check in here until somebody starts it again.</source>
        <translation>जब तक कोई इसे फिर शुरू न करे, यहाँ कोई चेक-इन नहीं कर पाएगा।</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>संस्करण %1</translation>
    </message>
    <message>
        <source>No, go on</source>
        <translation>नहीं, जारी रखें</translation>
    </message>
    <message>
        <source>Yes, close</source>
        <translation>हाँ, बंद करें</translation>
    </message>
    <message>
        <source>Back to Home</source>
        <translation>होम पर वापस</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>प्रिंटर</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>स्कैनर</translation>
    </message>
    <message>
        <source>Hold a code before it to try it.</source>
        <translation>जाँचने के लिए इसके सामने कोई कोड रखें।</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>सर्वर</translation>
    </message>
    <message>
        <source>Waits to be sent</source>
        <translation>भेजना बाकी</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>कुछ नहीं</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n बदलाव</numerusform>
            <numerusform>%n बदलाव</numerusform>
        </translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>जाँच पृष्ठ छापें</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>फिर शुरू करें</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>प्रोग्राम बंद करें</translation>
    </message>
</context>
<context>
    <name>ServicePin</name>
    <message>
        <source>For staff</source>
        <translation>कर्मचारियों के लिए</translation>
    </message>
    <message>
        <source>Type an administrator&apos;s PIN.</source>
        <translation>किसी व्यवस्थापक का PIN दर्ज करें।</translation>
    </message>
    <message numerus="yes">
        <source>That PIN does not open this machine. The next try counts in %n second(s).</source>
        <translation>
            <numerusform>इस PIN से यह मशीन नहीं खुलती। अगली कोशिश %n सेकंड बाद।</numerusform>
            <numerusform>इस PIN से यह मशीन नहीं खुलती। अगली कोशिश %n सेकंड बाद।</numerusform>
        </translation>
    </message>
    <message>
        <source>That PIN does not open this machine.</source>
        <translation>इस PIN से यह मशीन नहीं खुलती।</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>खोलें</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) typed</source>
        <translation>
            <numerusform>%n अंक दर्ज</numerusform>
            <numerusform>%n अंक दर्ज</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>जाँच हो रही है…</translation>
    </message>
</context>
<context>
    <name>Slip</name>
    <message>
        <source>Printing your slip…</source>
        <translation>आपकी पर्ची छप रही है…</translation>
    </message>
    <message>
        <source>Please take your slip.</source>
        <translation>कृपया अपनी पर्ची लें।</translation>
    </message>
    <message>
        <source>Your slip could not be printed. Please photograph this screen.</source>
        <translation>पर्ची नहीं छप सकी। कृपया इस स्क्रीन की फ़ोटो लें।</translation>
    </message>
    <message>
        <source>You have asked for this time</source>
        <translation>आपने यह समय माँगा है</translation>
    </message>
    <message>
        <source>It is booked</source>
        <translation>बुक हो गया</translation>
    </message>
    <message>
        <source>Check in with this code when you come.</source>
        <translation>आने पर इस कोड से चेक-इन करें।</translation>
    </message>
    <message>
        <source>It is not confirmed yet. The desk will tell you.</source>
        <translation>अभी पुष्टि नहीं हुई है। काउंटर आपको बताएगा।</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>हो गया</translation>
    </message>
    <message>
        <source>Your booking code</source>
        <translation>आपका बुकिंग कोड</translation>
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
