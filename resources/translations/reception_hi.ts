<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN" sourcelanguage="en">
<context>
    <name>Alerts</name>
    <message>
        <source>Emergency · number %1 · since %2</source>
        <translation>आपात स्थिति · नंबर %1 · %2 से</translation>
    </message>
    <message>
        <source>Emergency at %1 · number %2 · since %3</source>
        <translation>%1 पर आपात स्थिति · नंबर %2 · %3 से</translation>
    </message>
    <message>
        <source>Somebody needs help · number %1 · since %2</source>
        <translation>किसी को मदद चाहिए · नंबर %1 · %2 से</translation>
    </message>
    <message>
        <source>Somebody needs help at %1 · number %2 · since %3</source>
        <translation>%1 पर किसी को मदद चाहिए · नंबर %2 · %3 से</translation>
    </message>
    <message>
        <source>%1 · since %2</source>
        <translation>%1 · %2 से</translation>
    </message>
    <message>
        <source>%1 · at %2 · since %3</source>
        <translation>%1 · %2 पर · %3 से</translation>
    </message>
    <message>
        <source>%1: %2 · since %3</source>
        <translation>%1: %2 · %3 से</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>प्रिंटर</translation>
    </message>
    <message>
        <source>%1 says that their details have changed</source>
        <translation>%1 के अनुसार उनका विवरण बदल गया है</translation>
    </message>
    <message>
        <source>%1 has not given their consent</source>
        <translation>%1 ने सहमति नहीं दी है</translation>
    </message>
    <message>
        <source>%1 has not given their consent, and says that their details have changed</source>
        <translation>%1 ने सहमति नहीं दी है और कहा है कि उनका विवरण बदल गया है</translation>
    </message>
    <message>
        <source>the printer is out of paper</source>
        <translation>प्रिंटर में काग़ज़ ख़त्म है</translation>
    </message>
    <message>
        <source>the printer&apos;s cover is open</source>
        <translation>प्रिंटर का ढक्कन खुला है</translation>
    </message>
    <message>
        <source>the printer does not answer</source>
        <translation>प्रिंटर जवाब नहीं दे रहा</translation>
    </message>
    <message>
        <source>the server has not heard of it</source>
        <translation>सर्वर को इसकी कोई ख़बर नहीं</translation>
    </message>
    <message>
        <source>the paper is near its end</source>
        <translation>काग़ज़ ख़त्म होने वाला है</translation>
    </message>
    <message>
        <source>the printer needs somebody</source>
        <translation>प्रिंटर को देखने की ज़रूरत है</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>और %n अन्य</numerusform>
            <numerusform>और %n अन्य</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody is with them</source>
        <translation>कोई उनके पास है</translation>
    </message>
    <message>
        <source>Seen to</source>
        <translation>देख लिया गया</translation>
    </message>
</context>
<context>
    <name>AlikePanel</name>
    <message>
        <source>Is it one of these?</source>
        <translation>क्या इनमें से कोई है?</translation>
    </message>
    <message>
        <source>Name and phone or birth date are much the same.</source>
        <translation>नाम और फ़ोन या जन्मतिथि लगभग एक जैसे हैं।</translation>
    </message>
    <message>
        <source>No, somebody new</source>
        <translation>नहीं, कोई नया व्यक्ति</translation>
    </message>
    <message>
        <source>Leave the form</source>
        <translation>फ़ॉर्म छोड़ें</translation>
    </message>
</context>
<context>
    <name>Coming</name>
    <message>
        <source>Next appointment</source>
        <translation>अगला अपॉइंटमेंट</translation>
    </message>
    <message>
        <source>No more appointments today</source>
        <translation>आज और कोई अपॉइंटमेंट नहीं</translation>
    </message>
    <message numerus="yes">
        <source>%n more today</source>
        <comment>appointments</comment>
        <translation>
            <numerusform>आज %n और</numerusform>
            <numerusform>आज %n और</numerusform>
        </translation>
    </message>
    <message>
        <source>the last at %1</source>
        <translation>आख़िरी %1 पर</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>The queue cannot be read just now. This is how it stood at %1.</source>
        <translation>कतार अभी पढ़ी नहीं जा सकती। %1 बजे वह ऐसी थी।</translation>
    </message>
    <message>
        <source>The queue cannot be read just now.</source>
        <translation>कतार अभी पढ़ी नहीं जा सकती।</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>फिर बुलाएँ</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>अनुपस्थित</translation>
    </message>
    <message>
        <source>Hold back</source>
        <translation>रोककर रखें</translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>अगले को बुलाएँ</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>शुरू करें</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>पूरा करें</translation>
    </message>
    <message>
        <source>My queue</source>
        <translation>मेरी कतार</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n प्रतीक्षा में</numerusform>
            <numerusform>%n प्रतीक्षा में</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>वापस लें</translation>
    </message>
</context>
<context>
    <name>DoctorChoices</name>
    <message>
        <source>Waits for</source>
        <translation>किसकी प्रतीक्षा</translation>
    </message>
    <message>
        <source>whoever is free</source>
        <translation>जो भी खाली हो</translation>
    </message>
</context>
<context>
    <name>FormPanel</name>
    <message>
        <source>New person</source>
        <translation>नया व्यक्ति</translation>
    </message>
    <message>
        <source>Change details</source>
        <translation>विवरण बदलें</translation>
    </message>
    <message>
        <source>Somebody else changed this person meanwhile. This is how it stands now: please enter your change once more.</source>
        <translation>इस बीच किसी और ने यह विवरण बदल दिया। अब यह ऐसा है: कृपया अपना बदलाव फिर से दर्ज करें।</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>पहला नाम</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>नाम ज़रूरी है।</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>उपनाम</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>जन्म</translation>
    </message>
    <message>
        <source>day month year</source>
        <translation>दिन महीना वर्ष</translation>
    </message>
    <message>
        <source>This is no birth date.</source>
        <translation>यह जन्मतिथि नहीं है।</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>फ़ोन</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ई-मेल</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>पता</translation>
    </message>
    <message>
        <source>Reason for the visit</source>
        <translation>आने का कारण</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>किसकी प्रतीक्षा</translation>
    </message>
    <message>
        <source>Register and add to the queue</source>
        <translation>पंजीकृत करें और कतार में जोड़ें</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>Leave the form</source>
        <translation>फ़ॉर्म छोड़ें</translation>
    </message>
</context>
<context>
    <name>Line</name>
    <message>
        <source>Whoever is free</source>
        <translation>जो भी खाली हो</translation>
    </message>
    <message>
        <source>not in today</source>
        <translation>आज नहीं हैं</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n प्रतीक्षा में</numerusform>
            <numerusform>%n प्रतीक्षा में</numerusform>
        </translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>अगले को बुलाएँ</translation>
    </message>
    <message>
        <source>Call next for %1</source>
        <translation>%1 के लिए अगले को बुलाएँ</translation>
    </message>
    <message>
        <source>Called with the next of any doctor</source>
        <translation>कोई भी डॉक्टर अगले के रूप में बुलाता है</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>कोई प्रतीक्षा नहीं कर रहा</translation>
    </message>
</context>
<context>
    <name>PastWords</name>
    <message>
        <source>details changed</source>
        <translation>विवरण बदला</translation>
    </message>
    <message>
        <source>consent given at the desk</source>
        <translation>रिसेप्शन पर सहमति दी</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>मुलाक़ात</translation>
    </message>
    <message>
        <source>appointment</source>
        <translation>अपॉइंटमेंट</translation>
    </message>
    <message>
        <source>booked</source>
        <translation>तय</translation>
    </message>
    <message>
        <source>with the doctor</source>
        <translation>डॉक्टर के पास</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>प्रतीक्षा में</translation>
    </message>
    <message>
        <source>done</source>
        <translation>पूरा</translation>
    </message>
    <message>
        <source>called off</source>
        <translation>रद्द</translation>
    </message>
    <message>
        <source>did not come</source>
        <translation>नहीं आए</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>समय बदला</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>%1 waits with number %2.</source>
        <translation>%1 नंबर %2 के साथ प्रतीक्षा में हैं।</translation>
    </message>
    <message>
        <source>%1 waits already, with number %2.</source>
        <translation>%1 पहले से नंबर %2 के साथ प्रतीक्षा में हैं।</translation>
    </message>
    <message>
        <source>The details of %1 are saved.</source>
        <translation>%1 का विवरण सहेजा गया।</translation>
    </message>
    <message>
        <source>This person is not known any more.</source>
        <translation>यह व्यक्ति अब दर्ज नहीं है।</translation>
    </message>
    <message>
        <source>There are no numbers left today.</source>
        <translation>आज कोई नंबर नहीं बचा।</translation>
    </message>
    <message>
        <source>Sent to the printer, marked as a reprint.</source>
        <translation>प्रिंटर को भेजा गया, «दोबारा छपा» लिखकर।</translation>
    </message>
    <message>
        <source>This machine has no printer.</source>
        <translation>इस मशीन में प्रिंटर नहीं है।</translation>
    </message>
    <message>
        <source>Your role does not allow that.</source>
        <translation>आपकी भूमिका इसकी अनुमति नहीं देती।</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>व्यक्ति खोजें</translation>
    </message>
    <message>
        <source>Name, phone, birth date or number</source>
        <translation>नाम, फ़ोन, जन्मतिथि या नंबर</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>नया व्यक्ति</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>मिले हुए लोग</translation>
    </message>
    <message>
        <source>The records could not be asked. Please try again.</source>
        <translation>रिकॉर्ड नहीं देखे जा सके। कृपया फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>Nobody found. Press Enter to register them.</source>
        <translation>कोई नहीं मिला। पंजीकरण के लिए Enter दबाएँ।</translation>
    </message>
    <message>
        <source>Type a name: everybody the clinic knows is found here, with or without a network.</source>
        <translation>नाम लिखें: क्लिनिक के सभी लोग यहाँ मिलते हैं, नेटवर्क हो या न हो।</translation>
    </message>
    <message>
        <source>Choose somebody to see what is known of them.</source>
        <translation>जानकारी देखने के लिए किसी को चुनें।</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
</context>
<context>
    <name>PersonPanel</name>
    <message>
        <source>given on %1, to an earlier text</source>
        <translation>%1 को दी गई, पुराने पाठ के लिए</translation>
    </message>
    <message>
        <source>given on %1</source>
        <translation>%1 को दी गई</translation>
    </message>
    <message>
        <source>declined on %1, for an earlier text</source>
        <translation>%1 को मना किया, पुराने पाठ के लिए</translation>
    </message>
    <message>
        <source>declined on %1</source>
        <translation>%1 को मना किया</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>अभी नहीं पूछा गया</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>जन्म</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>फ़ोन</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ई-मेल</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>पता</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>नंबर</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>पहचान</translation>
    </message>
    <message>
        <source>seen by staff</source>
        <translation>कर्मचारियों ने जाँची</translation>
    </message>
    <message>
        <source>not seen by staff yet</source>
        <translation>कर्मचारियों ने अभी नहीं जाँची</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>सहमति</translation>
    </message>
    <message>
        <source>They agree now</source>
        <translation>अब सहमति दी</translation>
    </message>
    <message>
        <source>Add to the queue of</source>
        <translation>किसकी कतार में जोड़ें</translation>
    </message>
    <message>
        <source>What happened before</source>
        <translation>पहले क्या हुआ</translation>
    </message>
    <message>
        <source>Reprint the slip</source>
        <translation>अपॉइंटमेंट की पर्ची फिर छापें</translation>
    </message>
    <message>
        <source>Reprint the receipt</source>
        <translation>रसीद फिर छापें</translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>कतार में जोड़ें</translation>
    </message>
    <message>
        <source>Change details</source>
        <translation>विवरण बदलें</translation>
    </message>
</context>
<context>
    <name>PlaceCard</name>
    <message>
        <source>See at once</source>
        <translation>तुरंत देखें</translation>
    </message>
    <message>
        <source>Booked for %1</source>
        <translation>%1 बजे का अपॉइंटमेंट</translation>
    </message>
    <message>
        <source>%1 min over target</source>
        <translation>लक्ष्य से %1 मिनट अधिक</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>नाम नहीं</translation>
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
        <translation>किसी को चुनें, हाथ से या तीर कुंजियों से</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>बुलाएँ</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>शुरू करें</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>पूरा करें</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>फिर बुलाएँ</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>अनुपस्थित</translation>
    </message>
    <message>
        <source>Is back</source>
        <translation>लौट आए</translation>
    </message>
    <message>
        <source>Hold back</source>
        <translation>रोककर रखें</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>दूसरे को सौंपें</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>स्तर</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>चले गए</translation>
    </message>
    <message>
        <source>Reprint</source>
        <translation>फिर छापें</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>जन्म</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>फ़ोन</translation>
    </message>
    <message>
        <source>Came for</source>
        <translation>आने का कारण</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>ज़रूरतें</translation>
    </message>
    <message>
        <source>Booked for</source>
        <translation>अपॉइंटमेंट</translation>
    </message>
    <message>
        <source>Number from</source>
        <translation>नंबर कहाँ से</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>पहचान</translation>
    </message>
    <message>
        <source>not verified yet</source>
        <translation>अभी जाँची नहीं गई</translation>
    </message>
    <message>
        <source>Called by</source>
        <translation>बुलाने वाला</translation>
    </message>
    <message>
        <source>Put first</source>
        <translation>पहले रखा गया</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Feels worse</source>
        <translation>तबीयत बिगड़ रही है</translation>
    </message>
    <message>
        <source>In great pain</source>
        <translation>बहुत दर्द में</translation>
    </message>
    <message>
        <source>With a small child</source>
        <translation>छोटे बच्चे के साथ</translation>
    </message>
    <message>
        <source>The doctor asks for them</source>
        <translation>डॉक्टर ने बुलाया है</translation>
    </message>
    <message>
        <source>Back from the laboratory</source>
        <translation>प्रयोगशाला से लौटे</translation>
    </message>
    <message>
        <source>Why before the others?</source>
        <translation>दूसरों से पहले क्यों?</translation>
    </message>
    <message>
        <source>Which doctor calls?</source>
        <translation>कौन-से डॉक्टर बुला रहे हैं?</translation>
    </message>
    <message>
        <source>To which doctor?</source>
        <translation>किस डॉक्टर के पास?</translation>
    </message>
    <message>
        <source>How urgent is it?</source>
        <translation>कितना ज़रूरी है?</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>दूसरा कारण</translation>
    </message>
    <message>
        <source>not in today</source>
        <translation>आज नहीं हैं</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Emergency: %1, see at once</source>
        <translation>आपात स्थिति: %1, तुरंत देखें</translation>
    </message>
    <message>
        <source>The queue cannot be read just now. This is how it stood at %1.</source>
        <translation>कतार अभी पढ़ी नहीं जा सकती। %1 बजे वह ऐसी थी।</translation>
    </message>
    <message>
        <source>The queue cannot be read just now.</source>
        <translation>कतार अभी पढ़ी नहीं जा सकती।</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>फिर कोशिश करें</translation>
    </message>
    <message>
        <source>No doctor is in today, and nobody waits</source>
        <translation>आज कोई डॉक्टर नहीं है, और कोई प्रतीक्षा में नहीं</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>वापस लें</translation>
    </message>
</context>
<context>
    <name>QueueWords</name>
    <message>
        <source>%1–%2 min</source>
        <comment>how long until they are called</comment>
        <translation>%1–%2 मिनट</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>how long somebody has waited</comment>
        <translation>%1 मिनट</translation>
    </message>
    <message>
        <source>Being seen</source>
        <translation>डॉक्टर के पास</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>बुलाया गया</translation>
    </message>
    <message>
        <source>Called again to %1</source>
        <translation>%1 में फिर बुलाया गया</translation>
    </message>
    <message>
        <source>Called to %1</source>
        <translation>%1 में बुलाया गया</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>रोककर रखा गया</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>नहीं आए</translation>
    </message>
    <message>
        <source>Emergency: see at once</source>
        <translation>आपात स्थिति: तुरंत देखें</translation>
    </message>
    <message>
        <source>Visit over</source>
        <translation>मुलाक़ात पूरी</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>प्रतीक्षा में</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>वॉक-इन</translation>
    </message>
    <message>
        <source>put first</source>
        <translation>पहले रखा गया</translation>
    </message>
    <message>
        <source>+%1 min</source>
        <comment>beyond the target</comment>
        <translation>+%1 मिनट</translation>
    </message>
    <message>
        <source>came late</source>
        <translation>देर से आए</translation>
    </message>
    <message>
        <source>level %1</source>
        <comment>of triage</comment>
        <translation>स्तर %1</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>जाँचा नहीं गया</translation>
    </message>
    <message>
        <source>Emergency: at once</source>
        <translation>आपात: तुरंत</translation>
    </message>
    <message>
        <source>Very urgent</source>
        <translation>बहुत ज़रूरी</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>ज़रूरी</translation>
    </message>
    <message>
        <source>Less urgent</source>
        <translation>कम ज़रूरी</translation>
    </message>
    <message>
        <source>Not urgent</source>
        <translation>ज़रूरी नहीं</translation>
    </message>
    <message>
        <source>Waited %1 min</source>
        <translation>%1 मिनट प्रतीक्षा की</translation>
    </message>
    <message>
        <source>%1 min before their time</source>
        <translation>अपने समय से %1 मिनट पहले</translation>
    </message>
    <message>
        <source>Level %1: target %2, not %3 min</source>
        <translation>स्तर %1: लक्ष्य %3 नहीं, %2 मिनट</translation>
    </message>
    <message>
        <source>No level yet, as routine: target %1 min</source>
        <translation>स्तर तय नहीं, सामान्य: लक्ष्य %1 मिनट</translation>
    </message>
    <message>
        <source>Appointment: target %1, not %2 min</source>
        <translation>अपॉइंटमेंट: लक्ष्य %2 नहीं, %1 मिनट</translation>
    </message>
    <message>
        <source>75 or older: target %1, not %2 min</source>
        <translation>75 या अधिक आयु: लक्ष्य %2 नहीं, %1 मिनट</translation>
    </message>
    <message>
        <source>Under one year: target %1, not %2 min</source>
        <translation>एक वर्ष से कम: लक्ष्य %2 नहीं, %1 मिनट</translation>
    </message>
    <message>
        <source>Pregnant: target %1, not %2 min</source>
        <translation>गर्भवती: लक्ष्य %2 नहीं, %1 मिनट</translation>
    </message>
    <message>
        <source>Disability: target %1, not %2 min</source>
        <translation>दिव्यांग: लक्ष्य %2 नहीं, %1 मिनट</translation>
    </message>
    <message>
        <source>%1 min beyond the target: each counts %2 times</source>
        <translation>लक्ष्य से %1 मिनट अधिक: हर मिनट %2 गुना</translation>
    </message>
    <message>
        <source>More than %1 min late: waits as a walk-in</source>
        <translation>%1 मिनट से अधिक देर: बिना अपॉइंटमेंट की तरह प्रतीक्षा</translation>
    </message>
    <message>
        <source>Missed their call: the wait counts anew</source>
        <translation>बुलावे पर नहीं आए: प्रतीक्षा फिर से गिनी जाती है</translation>
    </message>
    <message>
        <source>Put first by %1: %2</source>
        <translation>%1 ने पहले रखा: %2</translation>
    </message>
    <message>
        <source>The time of arrival is not certain: that machine&apos;s clock was never checked</source>
        <translation>आने का समय पक्का नहीं: उस मशीन की घड़ी कभी जाँची नहीं गई</translation>
    </message>
    <message>
        <source>%1 was called</source>
        <translation>%1 को बुलाया गया</translation>
    </message>
    <message>
        <source>%1 was called to %2</source>
        <translation>%1 को %2 में बुलाया गया</translation>
    </message>
    <message>
        <source>%1 was called again</source>
        <translation>%1 को फिर बुलाया गया</translation>
    </message>
    <message>
        <source>%1 did not come and waits anew</source>
        <translation>%1 नहीं आए और फिर से प्रतीक्षा में हैं</translation>
    </message>
    <message>
        <source>%1 did not come the third time: off the list</source>
        <translation>%1 तीसरी बार नहीं आए: सूची से हटाए गए</translation>
    </message>
    <message>
        <source>%1 is held back</source>
        <translation>%1 को रोककर रखा गया</translation>
    </message>
    <message>
        <source>%1 may be called again</source>
        <translation>%1 को फिर बुलाया जा सकता है</translation>
    </message>
    <message>
        <source>%1 has gone in</source>
        <translation>%1 अंदर गए</translation>
    </message>
    <message>
        <source>%1: visit completed</source>
        <translation>%1: मुलाक़ात पूरी हुई</translation>
    </message>
    <message>
        <source>%1 has left</source>
        <translation>%1 चले गए</translation>
    </message>
    <message>
        <source>%1 was handed over</source>
        <translation>%1 को दूसरे डॉक्टर को सौंपा गया</translation>
    </message>
    <message>
        <source>%1 has a new level</source>
        <translation>%1 का स्तर बदला गया</translation>
    </message>
    <message>
        <source>%1: taken back</source>
        <translation>%1: वापस लिया गया</translation>
    </message>
    <message>
        <source>%1: ticket sent to the printer</source>
        <translation>%1: पर्ची प्रिंटर को भेजी गई</translation>
    </message>
    <message>
        <source>%1 is an emergency: the alarm is raised</source>
        <translation>%1 आपात स्थिति है: अलार्म दे दिया गया</translation>
    </message>
    <message>
        <source>This number is no longer in the queue.</source>
        <translation>यह नंबर अब कतार में नहीं है।</translation>
    </message>
    <message>
        <source>This doctor does not work here any more.</source>
        <translation>ये डॉक्टर अब यहाँ काम नहीं करते।</translation>
    </message>
    <message>
        <source>Nobody is waiting who may be called.</source>
        <translation>ऐसा कोई प्रतीक्षा में नहीं जिसे बुलाया जा सके।</translation>
    </message>
    <message>
        <source>%1 was called again three times. Mark as absent.</source>
        <translation>%1 को तीन बार फिर बुलाया जा चुका है। अनुपस्थित करें।</translation>
    </message>
    <message>
        <source>%1: another desk has gone on since. Nothing to take back.</source>
        <translation>%1: दूसरे डेस्क ने आगे काम कर दिया है। वापस लेने को कुछ नहीं।</translation>
    </message>
    <message>
        <source>Your role may not do this.</source>
        <translation>आपकी भूमिका को इसकी अनुमति नहीं है।</translation>
    </message>
    <message>
        <source>This machine has no printer.</source>
        <translation>इस मशीन में प्रिंटर नहीं है।</translation>
    </message>
    <message>
        <source>Two desks called %1. They go to %2, called by %3.</source>
        <translation>दो डेस्क ने %1 को बुलाया। वे %2 जाएँगे, बुलाने वाला: %3।</translation>
    </message>
    <message>
        <source>That could not be done. Nothing was changed. Please try again.</source>
        <translation>यह नहीं हो सका। कुछ नहीं बदला। कृपया फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>%1 has just been called to %2 by %3.</source>
        <translation>%3 ने अभी %1 को %2 में बुलाया है।</translation>
    </message>
    <message>
        <source>%1 has moved on meanwhile: %2.</source>
        <comment>%2 is a state, such as Being seen</comment>
        <translation>%1 की स्थिति इस बीच बदल गई: %2।</translation>
    </message>
</context>
<context>
    <name>Settle</name>
    <message>
        <source>Settled.</source>
        <translation>निपटाया गया।</translation>
    </message>
    <message>
        <source>Another desk has settled this already.</source>
        <translation>दूसरे डेस्क ने इसे पहले ही निपटा दिया।</translation>
    </message>
    <message>
        <source>%1 settled this already, at %2.</source>
        <translation>%1 ने इसे %2 बजे ही निपटा दिया।</translation>
    </message>
    <message>
        <source>It can&apos;t be settled so any more. Nothing was changed.</source>
        <translation>अब इसे ऐसे नहीं निपटाया जा सकता। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>निपटाने को</translation>
    </message>
    <message>
        <source>The records could not be asked. Please try again.</source>
        <translation>रिकॉर्ड नहीं देखे जा सके। कृपया फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>Nothing to settle.</source>
        <translation>निपटाने को कुछ नहीं।</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>खोज रहे हैं…</translation>
    </message>
    <message>
        <source>Look for people who are registered twice</source>
        <translation>दो बार पंजीकृत लोगों को खोजें</translation>
    </message>
    <message>
        <source>Choose what you want to settle.</source>
        <translation>जो निपटाना हो उसे चुनें।</translation>
    </message>
    <message>
        <source>It is kept on this machine, and is offered again when the server can take it. An administrator finds it in the sync log.</source>
        <translation>यह इस मशीन पर सुरक्षित है और सर्वर के ले सकने पर फिर भेजा जाएगा। प्रशासक इसे सिंक लॉग में पाते हैं।</translation>
    </message>
    <message>
        <source>One record</source>
        <translation>एक रिकॉर्ड</translation>
    </message>
    <message>
        <source>The other record</source>
        <translation>दूसरा रिकॉर्ड</translation>
    </message>
    <message>
        <source>Stands now</source>
        <translation>अभी दर्ज</translation>
    </message>
    <message>
        <source>Was said elsewhere</source>
        <translation>दूसरी जगह दर्ज</translation>
    </message>
    <message>
        <source>%1, as it is right</source>
        <translation>%1: जो सही है</translation>
    </message>
    <message>
        <source>Or type what is right</source>
        <translation>या जो सही है वह लिखें</translation>
    </message>
    <message>
        <source>This is no date. Day, month and year: 14 3 1974</source>
        <translation>यह तारीख़ नहीं है। दिन, महीना और वर्ष: 14 3 1974</translation>
    </message>
    <message>
        <source>Move it to a free time:</source>
        <translation>खाली समय पर ले जाएँ:</translation>
    </message>
    <message>
        <source>No free time is near. Please ring them, and book anew.</source>
        <translation>पास में कोई खाली समय नहीं। कृपया फ़ोन करके नया समय दें।</translation>
    </message>
    <message>
        <source>They are one person</source>
        <translation>वे एक ही व्यक्ति हैं</translation>
    </message>
    <message>
        <source>They are one person, as chosen</source>
        <translation>वे एक ही व्यक्ति हैं, जैसा चुना गया</translation>
    </message>
    <message>
        <source>Settle it as chosen</source>
        <translation>चुने अनुसार तय करें</translation>
    </message>
    <message>
        <source>Nothing is to be done</source>
        <translation>कुछ करने की ज़रूरत नहीं</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
</context>
<context>
    <name>SettleWords</name>
    <message>
        <source>The server did not take this</source>
        <translation>सर्वर ने इसे नहीं लिया</translation>
    </message>
    <message>
        <source>Two records, perhaps one person</source>
        <translation>दो रिकॉर्ड, शायद एक व्यक्ति</translation>
    </message>
    <message>
        <source>Changed in two places</source>
        <translation>दो जगह बदला गया</translation>
    </message>
    <message>
        <source>Called off, and yet here</source>
        <translation>रद्द था, फिर भी आए हैं</translation>
    </message>
    <message>
        <source>Called off, and moved</source>
        <translation>रद्द और समय बदला</translation>
    </message>
    <message>
        <source>Deleted, and changed</source>
        <translation>हटाया और बदला गया</translation>
    </message>
    <message>
        <source>The time was given twice</source>
        <translation>समय दो बार दिया गया</translation>
    </message>
    <message>
        <source>Outside the doctor&apos;s hours</source>
        <translation>डॉक्टर के समय के बाहर</translation>
    </message>
    <message>
        <source>Please decide</source>
        <translation>कृपया निर्णय लें</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>पहला नाम</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>उपनाम</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>जन्म</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>फ़ोन</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>ई-मेल</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>पता</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>लिंग</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>नंबर</translation>
    </message>
    <message>
        <source>State</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>It changes something that the server has never heard of.</source>
        <translation>यह ऐसी चीज़ बदलता है जो सर्वर को पता ही नहीं।</translation>
    </message>
    <message>
        <source>The data of one of these people were erased meanwhile.</source>
        <translation>इस बीच इनमें से एक व्यक्ति का डेटा मिटा दिया गया।</translation>
    </message>
    <message>
        <source>It is more than one step may change.</source>
        <translation>एक क़दम में इतना नहीं बदला जा सकता।</translation>
    </message>
    <message>
        <source>It belongs to another place of the clinic.</source>
        <translation>यह क्लिनिक के दूसरे स्थान का है।</translation>
    </message>
    <message>
        <source>Another machine holds these places.</source>
        <translation>ये जगहें दूसरी मशीन के पास हैं।</translation>
    </message>
    <message>
        <source>A desk may not change this: it is kept at the server.</source>
        <translation>डेस्क इसे नहीं बदल सकता: यह सर्वर पर रखा है।</translation>
    </message>
    <message>
        <source>Its number was not this machine&apos;s to give.</source>
        <translation>यह नंबर देना इस मशीन का काम नहीं था।</translation>
    </message>
    <message>
        <source>There is such a record already.</source>
        <translation>ऐसा रिकॉर्ड पहले से है।</translation>
    </message>
    <message>
        <source>What was written of this is never changed.</source>
        <translation>इसके बारे में लिखा हुआ कभी नहीं बदला जाता।</translation>
    </message>
    <message>
        <source>Nobody&apos;s record is deleted from a desk.</source>
        <translation>डेस्क से किसी का रिकॉर्ड नहीं मिटाया जाता।</translation>
    </message>
    <message>
        <source>The server does not understand it. Perhaps it is older than this machine.</source>
        <translation>सर्वर इसे नहीं समझता। शायद वह इस मशीन से पुराना है।</translation>
    </message>
    <message>
        <source>The visit was somewhere else already: this step did not fit any more.</source>
        <translation>मुलाक़ात पहले ही आगे बढ़ चुकी थी: यह क़दम अब मेल नहीं खाता।</translation>
    </message>
    <message>
        <source>The server gave no reason.</source>
        <translation>सर्वर ने कोई कारण नहीं बताया।</translation>
    </message>
    <message>
        <source>They are two people</source>
        <translation>वे दो व्यक्ति हैं</translation>
    </message>
    <message>
        <source>The visit stands</source>
        <translation>मुलाक़ात बनी रहे</translation>
    </message>
    <message>
        <source>They have left</source>
        <translation>वे चले गए</translation>
    </message>
    <message>
        <source>The new time stands</source>
        <translation>नया समय रहे</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>रखें</translation>
    </message>
    <message>
        <source>Leave the time as it is</source>
        <translation>समय जैसा है वैसा रहने दें</translation>
    </message>
    <message>
        <source>Keep what stands</source>
        <translation>जो दर्ज है वही रखें</translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>They are here</source>
        <translation>वे यहाँ हैं</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <source>Take the other</source>
        <translation>दूसरा लें</translation>
    </message>
</context>
<context>
    <name>Tab</name>
    <message>
        <source>Whoever is free</source>
        <translation>जो भी खाली हो</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n प्रतीक्षा में</numerusform>
            <numerusform>%n प्रतीक्षा में</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>%1 is here, with number %2.</source>
        <translation>%1 आ गए हैं, नंबर %2।</translation>
    </message>
    <message>
        <source>%1 was here already, with number %2.</source>
        <translation>%1 पहले से यहाँ हैं, नंबर %2।</translation>
    </message>
    <message>
        <source>It is noted that %1 did not come.</source>
        <translation>दर्ज किया गया कि %1 नहीं आए।</translation>
    </message>
    <message>
        <source>The appointment of %1 is called off.</source>
        <translation>%1 का अपॉइंटमेंट रद्द किया गया।</translation>
    </message>
    <message>
        <source>It is too early to check %1 in.</source>
        <translation>%1 का चेक-इन अभी जल्दी है।</translation>
    </message>
    <message>
        <source>The time of %1 has not come yet.</source>
        <translation>%1 का समय अभी नहीं हुआ।</translation>
    </message>
    <message>
        <source>Something happened to this appointment meanwhile. This is how it stands now.</source>
        <translation>इस बीच इस अपॉइंटमेंट में कुछ बदला। अब यह ऐसा है।</translation>
    </message>
    <message>
        <source>This appointment can&apos;t be checked in any more.</source>
        <translation>इस अपॉइंटमेंट का चेक-इन अब नहीं हो सकता।</translation>
    </message>
    <message>
        <source>There are no numbers left today.</source>
        <translation>आज कोई नंबर नहीं बचा।</translation>
    </message>
    <message>
        <source>Sent to the printer, marked as a reprint.</source>
        <translation>प्रिंटर को भेजा गया, «दोबारा छपा» लिखकर।</translation>
    </message>
    <message>
        <source>This machine has no printer.</source>
        <translation>इस मशीन में प्रिंटर नहीं है।</translation>
    </message>
    <message>
        <source>Your role does not allow that.</source>
        <translation>आपकी भूमिका इसकी अनुमति नहीं देती।</translation>
    </message>
    <message>
        <source>Find in today&apos;s list</source>
        <translation>आज की सूची में खोजें</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message numerus="yes">
        <source>%n still to come</source>
        <translation>
            <numerusform>%n आने बाकी</numerusform>
            <numerusform>%n आने बाकी</numerusform>
        </translation>
    </message>
    <message>
        <source>Today&apos;s appointments</source>
        <translation>आज के अपॉइंटमेंट</translation>
    </message>
    <message>
        <source>time not confirmed yet</source>
        <translation>समय अभी पक्का नहीं</translation>
    </message>
    <message>
        <source>here · %1</source>
        <translation>यहाँ · %1</translation>
    </message>
    <message>
        <source>The records could not be asked. Please try again.</source>
        <translation>रिकॉर्ड नहीं देखे जा सके। कृपया फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>No appointments today.</source>
        <translation>आज कोई अपॉइंटमेंट नहीं।</translation>
    </message>
    <message>
        <source>Nobody of that name today.</source>
        <translation>आज इस नाम का कोई नहीं।</translation>
    </message>
    <message>
        <source>Choose an appointment.</source>
        <translation>अपॉइंटमेंट चुनें।</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>समय</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>डॉक्टर</translation>
    </message>
    <message>
        <source>State</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>नंबर</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>चेक-इन करें</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>नहीं आए</translation>
    </message>
    <message>
        <source>Call off</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Reprint the slip</source>
        <translation>अपॉइंटमेंट की पर्ची फिर छापें</translation>
    </message>
    <message>
        <source>Reprint the receipt</source>
        <translation>रसीद फिर छापें</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Call this appointment off?</source>
        <translation>यह अपॉइंटमेंट रद्द करें?</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>रखें</translation>
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
        <translation>तैयार होने पर अगले व्यक्ति को बुलाएँ</translation>
    </message>
    <message>
        <source>Nobody is waiting for you</source>
        <translation>आपके लिए कोई प्रतीक्षा नहीं कर रहा</translation>
    </message>
    <message>
        <source>Came for</source>
        <translation>आने का कारण</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>ज़रूरतें</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>जन्म</translation>
    </message>
    <message>
        <source>Booked for</source>
        <translation>अपॉइंटमेंट</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>स्तर</translation>
    </message>
    <message>
        <source>Put first</source>
        <translation>पहले रखा गया</translation>
    </message>
    <message>
        <source>Came at</source>
        <translation>आगमन</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>Why they are next</source>
        <translation>अगली बारी इनकी क्यों</translation>
    </message>
    <message>
        <source>Why they are number %1 in line</source>
        <translation>कतार में स्थान %1 क्यों</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>अंक</translation>
    </message>
    <message>
        <source>%1, due %2</source>
        <comment>a score and the time at which the target falls due</comment>
        <translation>%1, समय-सीमा %2</translation>
    </message>
    <message>
        <source>Came before, called after: %1</source>
        <translation>पहले आए, बाद में बुलाए जाएँगे: %1</translation>
    </message>
</context>
</TS>
