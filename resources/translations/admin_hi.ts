<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN" sourcelanguage="en">
<context>
    <name>AdminWords</name>
    <message>
        <source>All machines</source>
        <translation>सभी मशीनें</translation>
    </message>
    <message>
        <source>All kinds of work</source>
        <translation>सभी काम</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>सभी स्थितियाँ</translation>
    </message>
    <message>
        <source>All places</source>
        <translation>सभी जगहें</translation>
    </message>
    <message>
        <source>All doctors</source>
        <translation>सभी डॉक्टर</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>आज</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>पिछले 7 दिन</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>पिछले 30 दिन</translation>
    </message>
    <message>
        <source>Own days</source>
        <translation>अपने चुने दिन</translation>
    </message>
    <message>
        <source>It is safe on this machine, and goes to the server as soon as it can be reached.</source>
        <translation>यह इस मशीन पर सुरक्षित है और संपर्क होते ही सर्वर पर चला जाएगा।</translation>
    </message>
    <message>
        <source>The server has taken it as it was done here.</source>
        <translation>सर्वर ने इसे वैसे ही ले लिया जैसे यहाँ किया गया।</translation>
    </message>
    <message>
        <source>The server keeps it and has not applied it. It is tried again by itself when the rules change.</source>
        <translation>सर्वर ने इसे रखा है पर लागू नहीं किया। नियम बदलने पर अपने आप फिर कोशिश होती है।</translation>
    </message>
    <message>
        <source>The server has applied what the rules allow. Somebody should look at the rest.</source>
        <translation>सर्वर ने नियमों के अनुसार लागू किया। बाकी किसी को देखना चाहिए।</translation>
    </message>
    <message>
        <source>The passphrase is not right, or this file is not a copy of our records. Nothing was changed.</source>
        <translation>पासफ़्रेज़ सही नहीं है, या यह फ़ाइल हमारे रिकॉर्ड की प्रति नहीं है। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>This copy is damaged: a part of it is torn or missing. Nothing was changed.</source>
        <translation>यह प्रति खराब है: उसका एक हिस्सा टूटा है या नहीं है। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>A newer version of the program made this copy. Install that version first. Nothing was changed.</source>
        <translation>यह प्रति प्रोग्राम के नए संस्करण ने बनाई। पहले वह संस्करण लगाएँ। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>That passphrase is too easy to guess. Take at least 12 characters, or let us make one up.</source>
        <translation>यह पासफ़्रेज़ बहुत आसान है। कम से कम 12 अक्षर लें, या हमें बनाने दें।</translation>
    </message>
    <message>
        <source>There is not enough room there. Nothing was kept.</source>
        <translation>वहाँ जगह कम है। कुछ नहीं रखा गया।</translation>
    </message>
    <message>
        <source>That place could not be read or written. Is the stick still in?</source>
        <translation>उस जगह को पढ़ा या लिखा नहीं जा सका। क्या यूएसबी अब भी लगी है?</translation>
    </message>
    <message>
        <source>The keys of this machine could not be reached. Nothing was changed.</source>
        <translation>इस मशीन की कुंजियाँ नहीं मिलीं। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>That place can&apos;t be written. Nothing was changed.</source>
        <translation>उस जगह लिखा नहीं जा सकता। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>This needs the server, which can&apos;t be reached now. Nothing was changed.</source>
        <translation>इसके लिए सर्वर चाहिए, जिससे अभी संपर्क नहीं है। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>You signed in without the server. Lock the screen, sign in again while it is connected, and try once more.</source>
        <translation>आपने सर्वर के बिना साइन इन किया था। स्क्रीन लॉक करें, संपर्क होने पर फिर साइन इन करें और दोबारा कोशिश करें।</translation>
    </message>
    <message>
        <source>A PIN has 6 to 12 digits.</source>
        <translation>पिन में 6 से 12 अंक होते हैं।</translation>
    </message>
    <message>
        <source>That PIN is too easy to guess. Take other digits.</source>
        <translation>यह पिन आसानी से पता चल सकता है। दूसरे अंक चुनें।</translation>
    </message>
    <message>
        <source>Somebody must be left who can set up the clinic.</source>
        <translation>कोई तो रहना चाहिए जो क्लिनिक की सेटिंग कर सके।</translation>
    </message>
    <message>
        <source>They work at all places, so they can&apos;t be changed from this one.</source>
        <translation>वे सभी स्थानों पर काम करते हैं, इसलिए इस एक स्थान से नहीं बदले जा सकते।</translation>
    </message>
    <message>
        <source>Somebody else has this e-mail address.</source>
        <translation>यह ई-मेल पता किसी और का है।</translation>
    </message>
    <message>
        <source>An administrator of this place only can&apos;t change that.</source>
        <translation>केवल इस स्थान का प्रशासक यह नहीं बदल सकता।</translation>
    </message>
    <message>
        <source>That is not possible here.</source>
        <translation>यहाँ यह संभव नहीं।</translation>
    </message>
    <message>
        <source>This was said when the program was started, so it can&apos;t be changed here.</source>
        <translation>यह प्रोग्राम शुरू करते समय कहा गया था, इसलिए यहाँ नहीं बदला जा सकता।</translation>
    </message>
    <message>
        <source>The settings file has a form that only a person can change. Nothing was changed.</source>
        <translation>सेटिंग फ़ाइल का रूप ऐसा है जिसे केवल कोई व्यक्ति बदल सकता है। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>That could not be done. Nothing was changed.</source>
        <translation>यह नहीं हो सका। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>The server has not heard of it</source>
        <translation>सर्वर को इसकी कोई ख़बर नहीं</translation>
    </message>
    <message>
        <source>Its printer is out of paper</source>
        <translation>इसके प्रिंटर में काग़ज़ नहीं</translation>
    </message>
    <message>
        <source>Its printer&apos;s paper is near its end</source>
        <translation>इसके प्रिंटर का काग़ज़ ख़त्म होने को है</translation>
    </message>
    <message>
        <source>Its printer&apos;s cover is open</source>
        <translation>इसके प्रिंटर का ढक्कन खुला है</translation>
    </message>
    <message>
        <source>Its printer does not answer</source>
        <translation>इसका प्रिंटर जवाब नहीं देता</translation>
    </message>
    <message>
        <source>Its printer needs somebody</source>
        <translation>इसके प्रिंटर को किसी की ज़रूरत है</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>हाँ</translation>
    </message>
    <message>
        <source>No</source>
        <translation>नहीं</translation>
    </message>
    <message>
        <source>Patients&apos; screens</source>
        <translation>मरीज़ों की स्क्रीन</translation>
    </message>
    <message>
        <source>Reception</source>
        <translation>रिसेप्शन</translation>
    </message>
    <message>
        <source>Waiting-room board</source>
        <translation>प्रतीक्षालय का बोर्ड</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>प्रशासन</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>अपने आप</translation>
    </message>
    <message>
        <source>System service (systemd)</source>
        <translation>सिस्टम सेवा (systemd)</translation>
    </message>
    <message>
        <source>System&apos;s keyring</source>
        <translation>सिस्टम का की-रिंग</translation>
    </message>
    <message>
        <source>A file (only to try things out)</source>
        <translation>एक फ़ाइल (केवल आज़माने के लिए)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>कोई नहीं</translation>
    </message>
    <message>
        <source>By network</source>
        <translation>नेटवर्क से</translation>
    </message>
    <message>
        <source>By USB</source>
        <translation>यूएसबी से</translation>
    </message>
    <message>
        <source>By serial port</source>
        <translation>सीरियल पोर्ट से</translation>
    </message>
    <message>
        <source>The system&apos;s printer</source>
        <translation>सिस्टम का प्रिंटर</translation>
    </message>
    <message>
        <source>Wherever there is room</source>
        <translation>जहाँ भी जगह हो</translation>
    </message>
    <message>
        <source>Top left</source>
        <translation>ऊपर बाएँ</translation>
    </message>
    <message>
        <source>Top right</source>
        <translation>ऊपर दाएँ</translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation>नीचे बाएँ</translation>
    </message>
    <message>
        <source>Bottom right</source>
        <translation>नीचे दाएँ</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 मिमी</translation>
    </message>
    <message>
        <source>Patients&apos; kiosk</source>
        <translation>मरीज़ों का कियोस्क</translation>
    </message>
    <message>
        <source>Hub in the lobby</source>
        <translation>लॉबी का हब</translation>
    </message>
</context>
<context>
    <name>Analytics</name>
    <message>
        <source>This needs the server, which can&apos;t be reached now: this machine&apos;s records hold neither other places, payments nor what patients say, and it draws no pictures.</source>
        <translation>इसके लिए सर्वर चाहिए, जिससे अभी संपर्क नहीं है: इस मशीन के रिकॉर्ड में न दूसरी जगहें हैं, न भुगतान, न मरीज़ों की राय, और यह चित्र नहीं बनाती।</translation>
    </message>
    <message>
        <source>You signed in without the server. For this lock the screen, and sign in again while it is connected.</source>
        <translation>आपने सर्वर के बिना साइन इन किया है। इसके लिए स्क्रीन लॉक करें और जुड़ने पर फिर साइन इन करें।</translation>
    </message>
    <message>
        <source>An administrator of one place reads the reports of that place.</source>
        <translation>एक ही जगह का व्यवस्थापक उसी जगह की रिपोर्ट पढ़ता है।</translation>
    </message>
    <message>
        <source>There is no such doctor any more.</source>
        <translation>यह डॉक्टर अब नहीं है।</translation>
    </message>
    <message>
        <source>The report could not be made. Nothing is lost: try again.</source>
        <translation>रिपोर्ट नहीं बन सकी। कुछ खोया नहीं है: फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>Counted by the server</source>
        <translation>सर्वर ने गिना</translation>
    </message>
    <message>
        <source>Counted from this machine&apos;s records: %1 only</source>
        <translation>इस मशीन के रिकॉर्ड से गिना: केवल %1</translation>
    </message>
    <message>
        <source>%1, kept here since %2</source>
        <translation>%1, यहाँ %2 से रखे हैं</translation>
    </message>
    <message>
        <source>Before the first</source>
        <translation>पहले दिन से पहले</translation>
    </message>
    <message>
        <source>More than 3 years</source>
        <translation>3 साल से ज़्यादा</translation>
    </message>
    <message>
        <source>Not a day</source>
        <translation>यह कोई दिन नहीं</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>रिपोर्ट</translation>
    </message>
    <message>
        <source>How the clinic&apos;s days went. No report names a patient.</source>
        <translation>क्लिनिक के दिन कैसे बीते। किसी रिपोर्ट में मरीज़ का नाम नहीं है।</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>तालिका में</translation>
    </message>
    <message>
        <source>As a picture</source>
        <translation>चित्र में</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>निर्यात</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>दिन</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>जगह</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>डॉक्टर</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>किस दिन से</translation>
    </message>
    <message>
        <source>2026-03-09</source>
        <translation>2026-03-09</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>किस दिन तक</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>लिखा गया: %1</translation>
    </message>
    <message>
        <source>Stopped. Nothing was kept.</source>
        <translation>रोका गया। कुछ नहीं रखा गया।</translation>
    </message>
    <message>
        <source>Writing the file …</source>
        <translation>फ़ाइल लिखी जा रही है …</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 as a picture</source>
        <translation>%1, चित्र</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>गिनती हो रही है …</translation>
    </message>
    <message>
        <source>Nothing happened in these days.</source>
        <translation>इन दिनों में कुछ नहीं हुआ।</translation>
    </message>
    <message>
        <source>Export this report</source>
        <translation>यह रिपोर्ट निर्यात करें</translation>
    </message>
    <message>
        <source>The table opens in any spreadsheet. The paper has every report of these days; it and the pictures are drawn by the server.</source>
        <translation>तालिका किसी भी स्प्रेडशीट में खुलती है। दस्तावेज़ में इन दिनों की सभी रिपोर्ट हैं; उसे और चित्रों को सर्वर बनाता है।</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>कहाँ</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>तालिका (CSV)</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>चित्र (PNG)</translation>
    </message>
    <message>
        <source>Drawing (SVG)</source>
        <translation>रेखाचित्र (SVG)</translation>
    </message>
    <message>
        <source>All on paper (PDF)</source>
        <translation>सब एक दस्तावेज़ में (PDF)</translation>
    </message>
</context>
<context>
    <name>Clinic</name>
    <message>
        <source>This clinic</source>
        <translation>यह क्लिनिक</translation>
    </message>
    <message>
        <source>What patients read of this place and are asked here. It stands at every machine as soon as that has heard of it.</source>
        <translation>मरीज़ इस जगह के बारे में जो पढ़ते हैं और यहाँ उनसे जो पूछा जाता है। हर मशीन तक पहुँचते ही यह वहाँ लागू हो जाता है।</translation>
    </message>
    <message>
        <source>Back to what is in force</source>
        <translation>जो लागू है उस पर लौटें</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>रखें</translation>
    </message>
    <message>
        <source>Something here can&apos;t be kept yet.</source>
        <translation>यहाँ कुछ है जो अभी सहेजा नहीं जा सकता।</translation>
    </message>
    <message>
        <source>It can&apos;t be kept yet: look at “%1”.</source>
        <translation>अभी सहेजा नहीं जा सकता: “%1” देखें।</translation>
    </message>
    <message>
        <source>Kept. It stands everywhere as soon as each machine has heard of it.</source>
        <translation>सहेज लिया। हर मशीन तक पहुँचते ही यह सब जगह लागू होगा।</translation>
    </message>
    <message>
        <source>Tickets and answers have a new name at once; the heads of screens when they start again.</source>
        <translation>टिकट और जवाबों में नया नाम तुरंत आता है; स्क्रीन के शीर्ष पर, दोबारा शुरू होने पर।</translation>
    </message>
</context>
<context>
    <name>ClinicWords</name>
    <message>
        <source>The place</source>
        <translation>जगह</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>सहमति</translation>
    </message>
    <message>
        <source>Reasons to come</source>
        <translation>आने के कारण</translation>
    </message>
    <message>
        <source>Name, as patients know it</source>
        <translation>नाम, जैसा मरीज़ जानते हैं</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>खुलने का समय</translation>
    </message>
    <message>
        <source>Where people wait</source>
        <translation>लोग कहाँ प्रतीक्षा करते हैं</translation>
    </message>
    <message>
        <source>Phone number that patients may ring</source>
        <translation>फ़ोन नंबर जिस पर मरीज़ कॉल कर सकें</translation>
    </message>
    <message>
        <source>such as: Riverside Clinic</source>
        <translation>जैसे: नदी किनारा क्लिनिक</translation>
    </message>
    <message>
        <source>such as: Mon–Fri 8:00–18:00</source>
        <translation>जैसे: सोम–शुक्र 8:00–18:00</translation>
    </message>
    <message>
        <source>such as: Waiting area B</source>
        <translation>जैसे: प्रतीक्षा कक्ष B</translation>
    </message>
    <message>
        <source>none</source>
        <translation>कोई नहीं</translation>
    </message>
    <message>
        <source>A clinic has a name.</source>
        <translation>क्लिनिक का नाम होना चाहिए।</translation>
    </message>
    <message>
        <source>A phone number has digits, blanks and ( ) . / - only, and at least 6 of them.</source>
        <translation>फ़ोन नंबर में केवल अंक, ख़ाली जगह और ( ) . / - होते हैं, कम से कम 6।</translation>
    </message>
    <message>
        <source>Pregnant</source>
        <translation>गर्भवती</translation>
    </message>
    <message>
        <source>A baby with them</source>
        <translation>साथ में शिशु</translation>
    </message>
    <message>
        <source>A disability</source>
        <translation>विकलांगता</translation>
    </message>
    <message>
        <source>An interpreter</source>
        <translation>दुभाषिया</translation>
    </message>
    <message>
        <source>A wheelchair</source>
        <translation>व्हीलचेयर</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>कोई चित्र नहीं</translation>
    </message>
    <message>
        <source>Picture: pulse</source>
        <translation>चित्र: नाड़ी</translation>
    </message>
    <message>
        <source>Picture: baby</source>
        <translation>चित्र: शिशु</translation>
    </message>
    <message>
        <source>Picture: plaster</source>
        <translation>चित्र: पट्टी</translation>
    </message>
    <message>
        <source>Picture: brain</source>
        <translation>चित्र: मस्तिष्क</translation>
    </message>
    <message>
        <source>Picture: question mark</source>
        <translation>चित्र: प्रश्नचिह्न</translation>
    </message>
    <message>
        <source>Picture: eye</source>
        <translation>चित्र: आँख</translation>
    </message>
    <message>
        <source>Picture: paper</source>
        <translation>चित्र: काग़ज़</translation>
    </message>
    <message>
        <source>Picture: flask</source>
        <translation>चित्र: फ्लास्क</translation>
    </message>
    <message>
        <source>Picture: heart</source>
        <translation>चित्र: हृदय</translation>
    </message>
    <message>
        <source>Picture: pill</source>
        <translation>चित्र: गोली</translation>
    </message>
    <message>
        <source>Picture: stethoscope</source>
        <translation>चित्र: स्टेथोस्कोप</translation>
    </message>
    <message>
        <source>Picture: syringe</source>
        <translation>चित्र: सिरिंज</translation>
    </message>
    <message>
        <source>Picture: thermometer</source>
        <translation>चित्र: थर्मामीटर</translation>
    </message>
</context>
<context>
    <name>ConsentTexts</name>
    <message>
        <source>written</source>
        <translation>लिखा हुआ</translation>
    </message>
    <message>
        <source>not written</source>
        <translation>नहीं लिखा</translation>
    </message>
    <message>
        <source>What people are asked to agree to</source>
        <translation>लोगों से जिस पर सहमति माँगी जाती है</translation>
    </message>
    <message>
        <source>Write it in the clinic&apos;s first language too: whoever speaks a language without a text reads that one.</source>
        <translation>इसे क्लिनिक की पहली भाषा में भी लिखें: जिनकी भाषा में पाठ नहीं है, वे वही पढ़ते हैं।</translation>
    </message>
    <message>
        <source>Everybody is asked before they check in or book. Another word in any language, and all are asked anew.</source>
        <translation>चेक-इन या बुकिंग से पहले सबसे पूछा जाता है। किसी भी भाषा में एक शब्द बदले तो सबसे फिर पूछा जाएगा।</translation>
    </message>
    <message>
        <source>While no language has a text, nobody is asked.</source>
        <translation>जब तक किसी भाषा में पाठ नहीं, किसी से नहीं पूछा जाता।</translation>
    </message>
</context>
<context>
    <name>Copies</name>
    <message>
        <source>Copies of the records</source>
        <translation>रिकॉर्ड की प्रतियाँ</translation>
    </message>
    <message>
        <source>A copy counts once it was opened, checked and counted. Without its passphrase nobody can read it, and nobody can bring the passphrase back.</source>
        <translation>प्रति तभी मानी जाती है जब वह खोली, जाँची और गिनी गई हो। पासफ़्रेज़ के बिना उसे कोई नहीं पढ़ सकता, और पासफ़्रेज़ कोई वापस नहीं ला सकता।</translation>
    </message>
    <message>
        <source>Keep a copy</source>
        <translation>प्रति रखें</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>कहाँ</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Passphrase: at least 12 characters</source>
        <translation>पासफ़्रेज़: कम से कम 12 अक्षर</translation>
    </message>
    <message>
        <source>Write it down now, and keep it where the copy is not.</source>
        <translation>इसे अभी लिख लें और प्रति से अलग रखें।</translation>
    </message>
    <message>
        <source>Make one up</source>
        <translation>हमसे बनवाएँ</translation>
    </message>
    <message>
        <source>Copying: %1 %</source>
        <translation>प्रति बन रही है: %1 %</translation>
    </message>
    <message>
        <source>Trying the copy: %1 %</source>
        <translation>प्रति जाँची जा रही है: %1 %</translation>
    </message>
    <message>
        <source>Kept and tried: %1 patients, %2 appointments, %3.</source>
        <translation>रखी और जाँची गई: %1 मरीज़, %2 अपॉइंटमेंट, %3।</translation>
    </message>
    <message>
        <source>Stopped. Nothing was kept.</source>
        <translation>रोका गया। कुछ नहीं रखा गया।</translation>
    </message>
    <message>
        <source>Put a copy back</source>
        <translation>प्रति वापस लाएँ</translation>
    </message>
    <message>
        <source>No copy lies in that place. Put a stick in, or choose another place on the left.</source>
        <translation>उस जगह कोई प्रति नहीं है। यूएसबी लगाएँ या बाईं ओर दूसरी जगह चुनें।</translation>
    </message>
    <message>
        <source>Passphrase of this copy</source>
        <translation>इस प्रति का पासफ़्रेज़</translation>
    </message>
    <message>
        <source>Reading the copy: %1 %</source>
        <translation>प्रति पढ़ी जा रही है: %1 %</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>रोका गया। कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>It lies ready. Start again, and this machine goes on with it; what stands here now is kept.</source>
        <translation>यह तैयार है। फिर से शुरू करें और यह मशीन इसी से आगे चलेगी; अभी जो है वह भी रखा जाता है।</translation>
    </message>
    <message>
        <source>The copy is whole: %1, made %2, %3 patients, %4 appointments.</source>
        <translation>प्रति पूरी है: %1, %2 को बनी, %3 मरीज़, %4 अपॉइंटमेंट।</translation>
    </message>
    <message>
        <source>Try this copy</source>
        <translation>यह प्रति जाँचें</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>इसे वापस लाएँ</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>अभी फिर से शुरू करें</translation>
    </message>
    <message>
        <source>Put this copy back?</source>
        <translation>यह प्रति वापस लाएँ?</translation>
    </message>
    <message>
        <source>This machine goes back to %1. What was done here since then and is not at the server yet stays in the old records, which are kept beside the new ones.</source>
        <translation>यह मशीन %1 पर लौटेगी। उसके बाद यहाँ जो हुआ और अभी सर्वर पर नहीं है, वह पुराने रिकॉर्ड में रहता है, जो नए के साथ रखे जाते हैं।</translation>
    </message>
    <message>
        <source>Yes, put it back</source>
        <translation>हाँ, वापस लाएँ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
</context>
<context>
    <name>ErrandBar</name>
    <message>
        <source>Stop it</source>
        <translation>रोकें</translation>
    </message>
</context>
<context>
    <name>Look</name>
    <message>
        <source>How our screens look</source>
        <translation>हमारी स्क्रीन कैसी दिखें</translation>
    </message>
    <message>
        <source>Set here for this machine. Words must stand out at least 7 to 1, so that everybody can read them.</source>
        <translation>इस मशीन के लिए। शब्द कम से कम 7 से 1 उभरें, ताकि सब पढ़ सकें।</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>Kept. This window shows it already; other screens of this machine do when they start again.</source>
        <translation>सहेज लिया। यह विंडो इसे अभी से दिखाती है; इस मशीन की बाकी स्क्रीनें फिर से चालू होने पर दिखाएँगी।</translation>
    </message>
    <message>
        <source>Our colour, as # and six signs</source>
        <translation>हमारा रंग: # और छह चिह्न</translation>
    </message>
    <message>
        <source>Nothing: the program&apos;s own</source>
        <translation>खाली: प्रोग्राम का अपना</translation>
    </message>
    <message>
        <source>That is no colour. One is #084F56.</source>
        <translation>यह रंग नहीं है। एक रंग है #084F56।</translation>
    </message>
    <message>
        <source>Words stand out only %1 to 1 on it. Take a darker one.</source>
        <translation>इस पर शब्द केवल %1 से 1 उभरते हैं। गहरा रंग लें।</translation>
    </message>
    <message>
        <source>The program&apos;s own colour</source>
        <translation>प्रोग्राम का अपना रंग</translation>
    </message>
    <message>
        <source>Our picture: a PNG, JPEG or SVG file of this machine</source>
        <translation>हमारी तस्वीर: इस मशीन की PNG, JPEG या SVG फ़ाइल</translation>
    </message>
    <message>
        <source>Nothing: our sign</source>
        <translation>खाली: हमारा चिह्न</translation>
    </message>
    <message>
        <source>That is not a picture we can show.</source>
        <translation>यह तस्वीर हम नहीं दिखा सकते।</translation>
    </message>
    <message>
        <source>First language</source>
        <translation>पहली भाषा</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>झलक</translation>
    </message>
    <message>
        <source>Tell us you are here.</source>
        <translation>बताइए कि आप आ गए हैं।</translation>
    </message>
    <message>
        <source>I have an appointment</source>
        <translation>मेरा अपॉइंटमेंट है</translation>
    </message>
    <message>
        <source>Words stand out %1 to 1</source>
        <translation>शब्द %1 से 1 उभरते हैं</translation>
    </message>
</context>
<context>
    <name>Machines</name>
    <message>
        <source>Version</source>
        <translation>संस्करण</translation>
    </message>
    <message>
        <source>Running since</source>
        <translation>कब से चालू</translation>
    </message>
    <message>
        <source>Records on this machine</source>
        <translation>इस मशीन पर रिकॉर्ड</translation>
    </message>
    <message>
        <source>Free on the disk</source>
        <translation>डिस्क पर खाली जगह</translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation>प्रयुक्त मेमोरी</translation>
    </message>
    <message>
        <source>Clock, against the server&apos;s</source>
        <translation>घड़ी, सर्वर की तुलना में</translation>
    </message>
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
        <source>The test page is out.</source>
        <translation>जाँच पृष्ठ निकल आया।</translation>
    </message>
    <message>
        <source>The page was sent. The printer did not say whether it came out.</source>
        <translation>पृष्ठ भेजा गया। प्रिंटर ने नहीं बताया कि वह निकला या नहीं।</translation>
    </message>
    <message>
        <source>No printer is set up on this machine.</source>
        <translation>इस मशीन पर कोई प्रिंटर नहीं लगाया गया।</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>यह मशीन</translation>
    </message>
    <message>
        <source>This machine: %1</source>
        <translation>यह मशीन: %1</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>प्रिंटर</translation>
    </message>
    <message>
        <source>Printer: %1</source>
        <translation>प्रिंटर: %1</translation>
    </message>
    <message>
        <source>So since</source>
        <translation>तब से ऐसा</translation>
    </message>
    <message>
        <source>The test page did not come out.</source>
        <translation>जाँच पृष्ठ नहीं निकला।</translation>
    </message>
    <message>
        <source>Printing …</source>
        <translation>छप रहा है …</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>जाँच पृष्ठ छापें</translation>
    </message>
    <message>
        <source>Machines of this place</source>
        <translation>इस स्थान की मशीनें</translation>
    </message>
    <message>
        <source>%1 · let in no more</source>
        <translation>%1 · अब अनुमति नहीं</translation>
    </message>
    <message>
        <source>%1 · this one</source>
        <translation>%1 · यही</translation>
    </message>
    <message>
        <source>%1 · last heard of %2</source>
        <translation>%1 · पिछली ख़बर %2</translation>
    </message>
    <message>
        <source>%1 · since %2</source>
        <translation>%1 · %2 से</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>स्कैनर</translation>
    </message>
    <message>
        <source>Press here, then scan any code: what it says should appear</source>
        <translation>यहाँ दबाएँ, फिर कोई कोड स्कैन करें: उसका पाठ दिखना चाहिए</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>Number for the queue</source>
        <translation>कतार का नंबर</translation>
    </message>
    <message>
        <source>Number for help</source>
        <translation>मदद का नंबर</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>अपॉइंटमेंट</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>रसीद</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>जाँच पृष्ठ</translation>
    </message>
    <message>
        <source>Printed with the program&apos;s own template.</source>
        <translation>प्रोग्राम के अपने साँचे से छपता है।</translation>
    </message>
    <message>
        <source>Printed with your own template.</source>
        <translation>आपके अपने साँचे से छपता है।</translation>
    </message>
    <message>
        <source>Your own template is not right: the program&apos;s own is printed.</source>
        <translation>आपका साँचा सही नहीं है: प्रोग्राम का साँचा छपता है।</translation>
    </message>
    <message>
        <source>Block %1: %2</source>
        <translation>खंड %1: %2</translation>
    </message>
    <message>
        <source>Line %1 can&apos;t be read from character %2 on.</source>
        <translation>पंक्ति %1 को अक्षर %2 से आगे पढ़ा नहीं जा सकता।</translation>
    </message>
    <message>
        <source>The template ends in the middle of something.</source>
        <translation>साँचा बीच में ही समाप्त हो जाता है।</translation>
    </message>
    <message>
        <source>A template is made of [[block]] and nothing else.</source>
        <translation>साँचा केवल [[block]] से बनता है, और किसी चीज़ से नहीं।</translation>
    </message>
    <message>
        <source>A paper has room for so many blocks: %1.</source>
        <translation>एक कागज़ पर अधिकतम खंड: %1।</translation>
    </message>
    <message>
        <source>The template is too long. It may have so many letters: %1.</source>
        <translation>साँचा बहुत लंबा है। अधिकतम अक्षर: %1।</translation>
    </message>
    <message>
        <source>This is no block. Begin it with [[block]].</source>
        <translation>यह खंड नहीं है। इसे [[block]] से शुरू करें।</translation>
    </message>
    <message>
        <source>It must be exactly one of these: %1.</source>
        <translation>यह इनमें से ठीक एक होना चाहिए: %1।</translation>
    </message>
    <message>
        <source>%1 means nothing where the block is %2.</source>
        <translation>%2 खंड में %1 का कोई अर्थ नहीं है।</translation>
    </message>
    <message>
        <source>Write true after %1, or leave it out.</source>
        <translation>%1 के बाद true लिखें, या इसे हटा दें।</translation>
    </message>
    <message>
        <source>%1 must be a text in quotation marks, no longer than so many letters: %2.</source>
        <translation>%1 उद्धरण चिह्नों में लिखा पाठ होना चाहिए। अधिकतम अक्षर: %2।</translation>
    </message>
    <message>
        <source>In %1 a brace is opened or closed alone.</source>
        <translation>%1 में कोई कोष्ठक { } अकेला खुला या बंद है।</translation>
    </message>
    <message>
        <source>%2 in %1 is not known. There are: %3.</source>
        <translation>%1 में %2 ज्ञात नहीं है। ये उपलब्ध हैं: %3।</translation>
    </message>
    <message>
        <source>%1 must be a whole number from %2 to %3.</source>
        <translation>%1 पूर्णांक होना चाहिए, %2 से %3 तक।</translation>
    </message>
    <message>
        <source>%1 must be true or false.</source>
        <translation>%1 true या false होना चाहिए।</translation>
    </message>
    <message>
        <source>%1 must be one of these: %2.</source>
        <translation>%1 इनमें से एक होना चाहिए: %2।</translation>
    </message>
    <message>
        <source>This template is not right.</source>
        <translation>यह साँचा सही नहीं है।</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>What is on our papers</source>
        <translation>हमारे काग़ज़ों पर क्या छपता है</translation>
    </message>
    <message>
        <source>Change the words or the order on the left; the paper is drawn on the right, with values that are made up.</source>
        <translation>बाएँ शब्द या क्रम बदलें; दाएँ काल्पनिक मानों के साथ काग़ज़ दिखता है।</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>अभी फिर से शुरू करें</translation>
    </message>
    <message>
        <source>Take the program&apos;s own</source>
        <translation>प्रोग्राम का साँचा लें</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>रखें</translation>
    </message>
    <message>
        <source>Kept. It is printed so when the program starts again.</source>
        <translation>रख लिया गया। प्रोग्राम फिर शुरू होने पर ऐसे ही छपेगा।</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>साँचा</translation>
    </message>
    <message>
        <source>The paper as it would be printed</source>
        <translation>काग़ज़, जैसा वह छपेगा</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>What becomes of each day</source>
        <translation>हर दिन का क्या होगा</translation>
    </message>
    <message>
        <source>No doctor works at this place yet. Add one under Staff.</source>
        <translation>यहाँ अभी कोई डॉक्टर नहीं है। कर्मचारी में जोड़ें।</translation>
    </message>
    <message>
        <source>Say whose days and hours, then look at the plan. It shows each time and what becomes of each day before anything changes.</source>
        <translation>डॉक्टर, दिन और समय बताएँ, फिर योजना देखें। कुछ भी बदलने से पहले हर समय और हर दिन का हाल दिखता है।</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation>योजना</translation>
    </message>
    <message>
        <source>People</source>
        <translation>लोग</translation>
    </message>
    <message>
        <source>One every</source>
        <translation>हर एक के बीच</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 मिनट</translation>
    </message>
    <message>
        <source>Mean visit</source>
        <translation>औसत मुलाक़ात</translation>
    </message>
    <message>
        <source>Don&apos;t come</source>
        <translation>नहीं आते</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Times of a session</source>
        <translation>एक सत्र के समय</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n people</source>
        <translation>
            <numerusform>%1, %n व्यक्ति</numerusform>
            <numerusform>%1, %n लोग</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days get them</source>
        <translation>
            <numerusform>%n दिन को ये मिलेंगे</numerusform>
            <numerusform>%n दिनों को ये मिलेंगे</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n days stay as they are</source>
        <translation>
            <numerusform>%n दिन वैसा ही रहेगा</numerusform>
            <numerusform>%n दिन वैसे ही रहेंगे</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of its hours give way</source>
        <translation>
            <numerusform>%n समय-खंड हटेगा</numerusform>
            <numerusform>%n समय-खंड हटेंगे</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>The queue&apos;s order</source>
        <translation>कतार का क्रम</translation>
    </message>
    <message>
        <source>How many minutes each level should wait at most. Level 1 never waits.</source>
        <translation>हर स्तर को अधिक से अधिक कितने मिनट इंतज़ार करना चाहिए। स्तर 1 कभी इंतज़ार नहीं करता।</translation>
    </message>
    <message>
        <source>Back to what is in force</source>
        <translation>जो लागू है उस पर लौटें</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>रखें</translation>
    </message>
    <message>
        <source>The policy of this place is of a newer version: until this machine is updated, the clinic by day orders the queue.</source>
        <translation>इस स्थान की नीति नए संस्करण की है: जब तक यह मशीन अपडेट न हो, दिन के क्लिनिक की नीति कतार तय करती है।</translation>
    </message>
    <message>
        <source>Kept. It orders the queue from now on.</source>
        <translation>रख लिया गया। अब से कतार इसी से चलेगी।</translation>
    </message>
    <message>
        <source>Begin from published targets</source>
        <translation>प्रकाशित लक्ष्यों से शुरू करें</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 मिनट</translation>
    </message>
    <message>
        <source>Reception may set the triage level too</source>
        <translation>रिसेप्शन भी ट्राइएज स्तर तय कर सकता है</translation>
    </message>
    <message>
        <source>The more of their target somebody has waited, and the more urgent they are, the sooner they are called. In force: version %1, which each explanation names.</source>
        <translation>जिसने अपने लक्ष्य का जितना अधिक इंतज़ार किया है और जो जितना अधिक गंभीर है, वह उतना ही पहले बुलाया जाता है। लागू: संस्करण %1, जिसका नाम हर स्पष्टीकरण में है।</translation>
    </message>
    <message>
        <source>Targets in minutes</source>
        <translation>लक्ष्य, मिनटों में</translation>
    </message>
    <message>
        <source>%1 (special reason: %2)</source>
        <translation>%1 (विशेष कारण: %2)</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>उपयोग में नहीं</translation>
    </message>
</context>
<context>
    <name>PolicyWords</name>
    <message>
        <source>Clinic by day</source>
        <translation>दिन का क्लिनिक</translation>
    </message>
    <message>
        <source>CTAS, Canada</source>
        <translation>CTAS, कनाडा</translation>
    </message>
    <message>
        <source>Manchester, MTS</source>
        <translation>मैनचेस्टर, MTS</translation>
    </message>
    <message>
        <source>ATS, Australia</source>
        <translation>ATS, ऑस्ट्रेलिया</translation>
    </message>
    <message>
        <source>Level 2, very urgent</source>
        <translation>स्तर 2, बहुत ज़रूरी</translation>
    </message>
    <message>
        <source>Level 3, urgent</source>
        <translation>स्तर 3, ज़रूरी</translation>
    </message>
    <message>
        <source>Level 4, less urgent</source>
        <translation>स्तर 4, कम ज़रूरी</translation>
    </message>
    <message>
        <source>Level 5, not urgent</source>
        <translation>स्तर 5, ज़रूरी नहीं</translation>
    </message>
    <message>
        <source>Appointment, from its time</source>
        <translation>अपॉइंटमेंट, उसके समय से</translation>
    </message>
    <message>
        <source>A less urgent level must have the longer target.</source>
        <translation>कम ज़रूरी स्तर का लक्ष्य लंबा होना चाहिए।</translation>
    </message>
    <message>
        <source>Two levels are too close: with a special reason the less urgent one would pass the other.</source>
        <translation>दो स्तर बहुत पास हैं: विशेष कारण से कम ज़रूरी दूसरे से आगे निकल जाएगा।</translation>
    </message>
    <message>
        <source>An appointment must have a longer target than the most urgent level.</source>
        <translation>अपॉइंटमेंट का लक्ष्य सबसे ज़रूरी स्तर से लंबा होना चाहिए।</translation>
    </message>
    <message>
        <source>With a special reason an appointment would pass the most urgent level. Give it a longer target.</source>
        <translation>विशेष कारण से अपॉइंटमेंट सबसे ज़रूरी स्तर से आगे निकल जाएगा। उसका लक्ष्य लंबा रखें।</translation>
    </message>
    <message>
        <source>Beyond its target the least urgent level would overtake the one above it.</source>
        <translation>अपने लक्ष्य के बाद सबसे कम ज़रूरी स्तर ऊपर वाले से आगे निकल जाएगा।</translation>
    </message>
    <message>
        <source>At least one level needs a target.</source>
        <translation>कम से कम एक स्तर का लक्ष्य चाहिए।</translation>
    </message>
    <message>
        <source>A target is a number of minutes from 1 to 1440.</source>
        <translation>लक्ष्य 1 से 1440 तक मिनटों की संख्या है।</translation>
    </message>
    <message>
        <source>That would order people wrongly.</source>
        <translation>इससे लोगों का क्रम ग़लत होगा।</translation>
    </message>
</context>
<context>
    <name>ReasonList</name>
    <message>
        <source>Without words yet</source>
        <translation>अभी शब्द नहीं</translation>
    </message>
    <message>
        <source>%1, urgent</source>
        <translation>%1, तुरंत</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>तुरंत</translation>
    </message>
    <message>
        <source>These are the clinic&apos;s own.</source>
        <translation>ये क्लिनिक के अपने हैं।</translation>
    </message>
    <message>
        <source>These are the program&apos;s own; as soon as one is changed, all are the clinic&apos;s.</source>
        <translation>ये प्रोग्राम के अपने हैं; एक बदलते ही सब क्लिनिक के हो जाते हैं।</translation>
    </message>
    <message>
        <source>Add a reason</source>
        <translation>कारण जोड़ें</translation>
    </message>
    <message>
        <source>Take the program&apos;s own reasons</source>
        <translation>प्रोग्राम के कारण लें</translation>
    </message>
</context>
<context>
    <name>ReasonPanel</name>
    <message>
        <source>Choose a reason to change it.</source>
        <translation>बदलने के लिए कोई कारण चुनें।</translation>
    </message>
    <message>
        <source>What it is called</source>
        <translation>इसे क्या कहते हैं</translation>
    </message>
    <message>
        <source>Its picture</source>
        <translation>इसका चित्र</translation>
    </message>
    <message>
        <source>Staff see it as said to be urgent</source>
        <translation>कर्मचारी इसे तुरंत बताया गया देखते हैं</translation>
    </message>
    <message>
        <source>Whoever chooses it is not asked for this need any more:</source>
        <translation>इसे चुनने वाले से यह ज़रूरत फिर नहीं पूछी जाती:</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>ऊपर</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>नीचे</translation>
    </message>
    <message>
        <source>Offer it no more</source>
        <translation>अब न दिखाएँ</translation>
    </message>
</context>
<context>
    <name>ReportTable</name>
    <message>
        <source>More columns</source>
        <translation>और कॉलम</translation>
    </message>
</context>
<context>
    <name>SettingWords</name>
    <message>
        <source>What this machine shows</source>
        <translation>यह मशीन क्या दिखाती है</translation>
    </message>
    <message>
        <source>Name of the clinic</source>
        <translation>क्लिनिक का नाम</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>समय क्षेत्र</translation>
    </message>
    <message>
        <source>First language</source>
        <translation>पहली भाषा</translation>
    </message>
    <message>
        <source>Languages offered</source>
        <translation>उपलब्ध भाषाएँ</translation>
    </message>
    <message>
        <source>Opening hours, in words</source>
        <translation>खुलने का समय, शब्दों में</translation>
    </message>
    <message>
        <source>Phone number for patients</source>
        <translation>मरीज़ों के लिए फ़ोन</translation>
    </message>
    <message>
        <source>Reasons to come without appointment</source>
        <translation>बिना अपॉइंटमेंट आने के कारण</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>सर्वर का पता</translation>
    </message>
    <message>
        <source>Address of the hub in the lobby</source>
        <translation>लॉबी के हब का पता</translation>
    </message>
    <message>
        <source>Look for a hub by itself</source>
        <translation>हब अपने आप खोजें</translation>
    </message>
    <message>
        <source>Chime and speak</source>
        <translation>घंटी और आवाज़</translation>
    </message>
    <message>
        <source>Languages in which calls are spoken</source>
        <translation>पुकार किन भाषाओं में बोली जाए</translation>
    </message>
    <message>
        <source>File of the records</source>
        <translation>रिकॉर्ड की फ़ाइल</translation>
    </message>
    <message>
        <source>Folder of the program&apos;s logs</source>
        <translation>प्रोग्राम के लॉग का फ़ोल्डर</translation>
    </message>
    <message>
        <source>Where keys are kept</source>
        <translation>कुंजियाँ कहाँ रखी हैं</translation>
    </message>
    <message>
        <source>How the printer is connected</source>
        <translation>प्रिंटर कैसे जुड़ा है</translation>
    </message>
    <message>
        <source>Address of the printer</source>
        <translation>प्रिंटर का पता</translation>
    </message>
    <message>
        <source>Network port of the printer</source>
        <translation>प्रिंटर का नेटवर्क पोर्ट</translation>
    </message>
    <message>
        <source>Device of the printer</source>
        <translation>प्रिंटर का डिवाइस</translation>
    </message>
    <message>
        <source>Speed of the serial port</source>
        <translation>सीरियल पोर्ट की गति</translation>
    </message>
    <message>
        <source>Folder of own templates for paper</source>
        <translation>अपने नमूनों का फ़ोल्डर</translation>
    </message>
    <message>
        <source>Picture on paper</source>
        <translation>काग़ज़ पर तस्वीर</translation>
    </message>
    <message>
        <source>Width of the paper</source>
        <translation>काग़ज़ की चौड़ाई</translation>
    </message>
    <message>
        <source>Fill the screen</source>
        <translation>पूरी स्क्रीन भरें</translation>
    </message>
    <message>
        <source>Width of the window</source>
        <translation>विंडो की चौड़ाई</translation>
    </message>
    <message>
        <source>Height of the window</source>
        <translation>विंडो की ऊँचाई</translation>
    </message>
    <message>
        <source>Corner of the screen</source>
        <translation>स्क्रीन का कोना</translation>
    </message>
    <message>
        <source>A whole number from %1 to %2.</source>
        <translation>%1 से %2 तक की पूर्ण संख्या।</translation>
    </message>
    <message>
        <source>Language tags, with commas between them: en, es, ar. The first language is one of them.</source>
        <translation>भाषाओं के कोड, अल्पविराम से अलग: en, es, ar। पहली भाषा इनमें से एक है।</translation>
    </message>
    <message>
        <source>Several, with commas between them, or nothing.</source>
        <translation>कई, अल्पविराम से अलग, या कुछ नहीं।</translation>
    </message>
    <message>
        <source>The name of a time zone, such as Europe/Berlin.</source>
        <translation>समय क्षेत्र का नाम, जैसे Europe/Berlin।</translation>
    </message>
    <message>
        <source>An address such as https://clinic.example, or nothing.</source>
        <translation>पता जैसे https://clinic.example, या कुछ नहीं।</translation>
    </message>
    <message>
        <source>A file or folder of this machine, or nothing.</source>
        <translation>इस मशीन की फ़ाइल या फ़ोल्डर, या कुछ नहीं।</translation>
    </message>
    <message>
        <source>One line of text.</source>
        <translation>एक पंक्ति का पाठ।</translation>
    </message>
    <message>
        <source>said when the program was started</source>
        <translation>प्रोग्राम शुरू करते समय कहा गया</translation>
    </message>
    <message>
        <source>said by the system&apos;s environment</source>
        <translation>सिस्टम के परिवेश से</translation>
    </message>
    <message>
        <source>from the settings file</source>
        <translation>सेटिंग फ़ाइल से</translation>
    </message>
    <message>
        <source>from the server</source>
        <translation>सर्वर से</translation>
    </message>
    <message>
        <source>not set: this is the usual value</source>
        <translation>तय नहीं: यह सामान्य मान है</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>not set</source>
        <translation>तय नहीं</translation>
    </message>
    <message>
        <source>Settings of this machine</source>
        <translation>इस मशीन की सेटिंग</translation>
    </message>
    <message numerus="yes">
        <source>%n changes take effect when the program starts again.</source>
        <translation>
            <numerusform>%n बदलाव प्रोग्राम फिर शुरू होने पर लागू होगा।</numerusform>
            <numerusform>%n बदलाव प्रोग्राम फिर शुरू होने पर लागू होंगे।</numerusform>
        </translation>
    </message>
    <message>
        <source>Each change is checked before it is kept, and takes effect when the program starts again.</source>
        <translation>हर बदलाव सहेजने से पहले जाँचा जाता है और प्रोग्राम फिर शुरू होने पर लागू होता है।</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>अभी फिर से शुरू करें</translation>
    </message>
    <message>
        <source>%1 · from the next start</source>
        <translation>%1 · अगली शुरुआत से</translation>
    </message>
    <message>
        <source>Choose a setting to change it.</source>
        <translation>बदलने के लिए कोई सेटिंग चुनें।</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>नया मान</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>Who works here</source>
        <translation>यहाँ कौन काम करता है</translation>
    </message>
    <message>
        <source>People and what they may do are kept at the server, so changes need it.</source>
        <translation>लोग और उनके अधिकार सर्वर पर रहते हैं, इसलिए बदलाव के लिए वह चाहिए।</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation>किसी को जोड़ें</translation>
    </message>
    <message>
        <source>%1 · let in no more</source>
        <translation>%1 · अब अनुमति नहीं</translation>
    </message>
    <message>
        <source>Choose somebody to change what is said of them.</source>
        <translation>जानकारी बदलने के लिए किसी को चुनें।</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>कोई नया व्यक्ति</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Works as</source>
        <translation>किस रूप में काम करते हैं</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>कमरा</translation>
    </message>
    <message>
        <source>Specialty</source>
        <translation>विशेषज्ञता</translation>
    </message>
    <message>
        <source>E-mail, with which they sign in</source>
        <translation>ई-मेल, जिससे साइन इन करते हैं</translation>
    </message>
    <message>
        <source>Give them this code. It is shown only once, and with it they choose their password:</source>
        <translation>यह कोड उन्हें दें। यह एक ही बार दिखता है, और इससे वे अपना पासवर्ड चुनते हैं:</translation>
    </message>
    <message>
        <source>A PIN for them, of 6 digits or more</source>
        <translation>उनके लिए पिन, 6 या अधिक अंकों का</translation>
    </message>
    <message>
        <source>Let them sign in with this PIN</source>
        <translation>इस पिन से साइन इन करने दें</translation>
    </message>
    <message>
        <source>Let them choose a new password</source>
        <translation>नया पासवर्ड चुनने दें</translation>
    </message>
    <message>
        <source>Let them in no more</source>
        <translation>अब अनुमति न दें</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>सहेजा गया।</translation>
    </message>
    <message>
        <source>They sign in at every desk with this PIN now. Desks that are cut off learn it later.</source>
        <translation>अब हर डेस्क पर इसी पिन से साइन इन होता है। जो डेस्क कटे हैं, उन्हें बाद में पता चलेगा।</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation>सर्वर से पूछा जा रहा है …</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Let %1 in no more?</source>
        <translation>%1 को अब अनुमति न दें?</translation>
    </message>
    <message>
        <source>They are signed out everywhere within seconds. What they did stays theirs.</source>
        <translation>कुछ ही सेकंड में वे हर जगह से साइन आउट हो जाते हैं। उनका किया काम उन्हीं के नाम रहता है।</translation>
    </message>
    <message>
        <source>Yes, let them in no more</source>
        <translation>हाँ, अब अनुमति न दें</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>Fetching the clinic&apos;s records: %1 %</source>
        <translation>क्लिनिक के रिकॉर्ड आ रहे हैं: %1 %</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached. The hub in the lobby keeps what is done here.</source>
        <translation>सर्वर से संपर्क नहीं है। यहाँ जो होता है, लॉबी का हब उसे रखता है।</translation>
    </message>
    <message>
        <source>Connected to the server.</source>
        <translation>सर्वर से जुड़ा है।</translation>
    </message>
    <message>
        <source>Connected. The server has everything.</source>
        <translation>जुड़ा है। सर्वर के पास सब कुछ है।</translation>
    </message>
    <message>
        <source>Sending and fetching …</source>
        <translation>भेजा और लिया जा रहा है …</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached. Everything goes on here, and is sent later.</source>
        <translation>सर्वर से संपर्क नहीं है। यहाँ सब चलता रहता है और बाद में भेजा जाता है।</translation>
    </message>
    <message>
        <source>The server answers with errors. It is tried again by itself.</source>
        <translation>सर्वर गड़बड़ी बता रहा है। अपने आप फिर कोशिश होती है।</translation>
    </message>
    <message>
        <source>Waiting alone will not mend this: please ask for help, and name the code.</source>
        <translation>केवल इंतज़ार से यह ठीक नहीं होगा: मदद माँगें और कोड बताएँ।</translation>
    </message>
    <message>
        <source>No server is named: this machine works alone.</source>
        <translation>कोई सर्वर तय नहीं: यह मशीन अकेले काम करती है।</translation>
    </message>
    <message numerus="yes">
        <source>Done: %n pieces of work were settled.</source>
        <translation>
            <numerusform>हो गया: %n काम निपटा।</numerusform>
            <numerusform>हो गया: %n काम निपटे।</numerusform>
        </translation>
    </message>
    <message>
        <source>The server did not answer. Nothing is lost: it is tried again by itself.</source>
        <translation>सर्वर ने जवाब नहीं दिया। कुछ नहीं खोया: अपने आप फिर कोशिश होती है।</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>लिखा गया: %1</translation>
    </message>
    <message>
        <source>Stopped. Nothing was kept.</source>
        <translation>रोका गया। कुछ नहीं रखा गया।</translation>
    </message>
    <message>
        <source>Sync log</source>
        <translation>सिंक लॉग</translation>
    </message>
    <message>
        <source>%1 Code: %2</source>
        <translation>%1 कोड: %2</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>निर्यात</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation>सर्वर से पूछा जा रहा है …</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>अभी सिंक करें</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>भेजना बाकी</translation>
    </message>
    <message>
        <source>Safe at the hub</source>
        <translation>हब पर सुरक्षित</translation>
    </message>
    <message>
        <source>Kept back</source>
        <translation>रोका हुआ</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>देखना है</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>पिछला जवाब</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>अभी नहीं</translation>
    </message>
    <message>
        <source>So since</source>
        <translation>तब से ऐसा</translation>
    </message>
    <message numerus="yes">
        <source>Writing the file: %n entries so far</source>
        <translation>
            <numerusform>फ़ाइल लिखी जा रही है: अब तक %n प्रविष्टि</numerusform>
            <numerusform>फ़ाइल लिखी जा रही है: अब तक %n प्रविष्टियाँ</numerusform>
        </translation>
    </message>
    <message>
        <source>From day</source>
        <translation>किस दिन से</translation>
    </message>
    <message>
        <source>2026-03-09</source>
        <translation>2026-03-09</translation>
    </message>
    <message>
        <source>Not a day</source>
        <translation>यह कोई दिन नहीं</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>किस दिन तक</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>मशीन</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>काम</translation>
    </message>
    <message>
        <source>State</source>
        <translation>स्थिति</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n प्रविष्टि</numerusform>
            <numerusform>%n प्रविष्टियाँ</numerusform>
        </translation>
    </message>
    <message>
        <source>More than %1 entries</source>
        <translation>%1 से ज़्यादा प्रविष्टियाँ</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>सब दिखाएँ</translation>
    </message>
    <message>
        <source>Nothing in the log is like that.</source>
        <translation>लॉग में ऐसा कुछ नहीं है।</translation>
    </message>
    <message>
        <source>Nothing was done here yet.</source>
        <translation>यहाँ अभी कुछ नहीं हुआ।</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>कब हुआ</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>कब निपटा</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>किसने किया</translation>
    </message>
    <message>
        <source>The patient</source>
        <translation>मरीज़</translation>
    </message>
    <message>
        <source>Nobody known, or the program itself</source>
        <translation>कोई अनजान, या ख़ुद प्रोग्राम</translation>
    </message>
    <message>
        <source>About</source>
        <translation>किसके बारे में</translation>
    </message>
    <message>
        <source>Number in its log</source>
        <translation>उसके लॉग में संख्या</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>नतीजा</translation>
    </message>
    <message>
        <source>All that it changed</source>
        <translation>जो कुछ बदला</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Export the sync log</source>
        <translation>सिंक लॉग का निर्यात</translation>
    </message>
    <message numerus="yes">
        <source>What the filter leaves: %n entries.</source>
        <translation>
            <numerusform>छँटाई के बाद: %n प्रविष्टि।</numerusform>
            <numerusform>छँटाई के बाद: %n प्रविष्टियाँ।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All of it: %n entries.</source>
        <translation>
            <numerusform>सब कुछ: %n प्रविष्टि।</numerusform>
            <numerusform>सब कुछ: %n प्रविष्टियाँ।</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>कहाँ</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>तालिका (CSV)</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>Paper (PDF)</source>
        <translation>काग़ज़ (PDF)</translation>
    </message>
</context>
<context>
    <name>TemplateWords</name>
    <message>
        <source>First day</source>
        <translation>पहला दिन</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>आख़िरी दिन</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>शुरू</translation>
    </message>
    <message>
        <source>Ends at</source>
        <translation>समाप्त</translation>
    </message>
    <message>
        <source>Mean visit, min</source>
        <translation>औसत मुलाक़ात, मिनट</translation>
    </message>
    <message>
        <source>Don&apos;t come, %</source>
        <translation>नहीं आते, %</translation>
    </message>
    <message>
        <source>2026-03-09</source>
        <translation>2026-03-09</translation>
    </message>
    <message>
        <source>08:00</source>
        <translation>08:00</translation>
    </message>
    <message>
        <source>12:00</source>
        <translation>12:00</translation>
    </message>
    <message>
        <source>from the past</source>
        <translation>पिछले से</translation>
    </message>
    <message>
        <source>%1 proposed</source>
        <translation>%1 सुझाव</translation>
    </message>
    <message>
        <source>A day is written 2026-03-09.</source>
        <translation>दिन ऐसे लिखें: 2026-03-09।</translation>
    </message>
    <message>
        <source>That is before the first day.</source>
        <translation>यह पहले दिन से पहले है।</translation>
    </message>
    <message>
        <source>92 days at most.</source>
        <translation>ज़्यादा से ज़्यादा 92 दिन।</translation>
    </message>
    <message>
        <source>A time is written 08:05, in steps of 5 minutes.</source>
        <translation>समय ऐसे लिखें: 08:05, 5-5 मिनट पर।</translation>
    </message>
    <message>
        <source>A session ends after it begins.</source>
        <translation>सत्र शुरू होने के बाद समाप्त होता है।</translation>
    </message>
    <message>
        <source>That is shorter than one visit.</source>
        <translation>यह एक मुलाक़ात से छोटा है।</translation>
    </message>
    <message>
        <source>3 to 120 minutes.</source>
        <translation>3 से 120 मिनट।</translation>
    </message>
    <message>
        <source>0 to 60 per cent.</source>
        <translation>0 से 60 प्रतिशत।</translation>
    </message>
    <message>
        <source>A plan needs the server, which can&apos;t be reached now. Nothing was changed, and what you typed stays here.</source>
        <translation>योजना के लिए सर्वर चाहिए, जो अभी उपलब्ध नहीं। कुछ नहीं बदला, और आपका लिखा यहीं रहेगा।</translation>
    </message>
    <message>
        <source>You signed in without the server. Lock the screen, sign in again while it is connected, and try once more: what you typed stays here.</source>
        <translation>आपने सर्वर के बिना साइन इन किया। स्क्रीन लॉक करें, जुड़ने पर फिर साइन इन करें और दोबारा कोशिश करें: आपका लिखा यहीं रहेगा।</translation>
    </message>
    <message>
        <source>Something changed since you looked, so nothing was done. This is how it would be now.</source>
        <translation>आपके देखने के बाद कुछ बदला, इसलिए कुछ नहीं किया गया। अब यह ऐसा होगा।</translation>
    </message>
    <message>
        <source>No template can be made of this: a session is at least as long as its mean visit.</source>
        <translation>इससे ढाँचा नहीं बन सकता: सत्र कम से कम एक औसत मुलाक़ात जितना लंबा हो।</translation>
    </message>
    <message>
        <source>That doctor works here no more. Choose another one.</source>
        <translation>वह डॉक्टर अब यहाँ नहीं हैं। किसी और को चुनें।</translation>
    </message>
    <message>
        <source>Has begun or passed</source>
        <translation>शुरू हो चुका या बीत गया</translation>
    </message>
    <message>
        <source>On leave: stays so</source>
        <translation>छुट्टी पर: वैसा ही रहेगा</translation>
    </message>
    <message>
        <source>Keeps its recurring hours</source>
        <translation>नियमित समय वही रहेगा</translation>
    </message>
    <message>
        <source>Works at another place then</source>
        <translation>तब दूसरी जगह काम पर</translation>
    </message>
    <message>
        <source>Keeps the hours it has</source>
        <translation>मौजूदा समय वही रहेगा</translation>
    </message>
    <message>
        <source>Has these times already</source>
        <translation>ये समय पहले से हैं</translation>
    </message>
    <message>
        <source>Gets these times</source>
        <translation>ये समय मिलेंगे</translation>
    </message>
    <message numerus="yes">
        <source>%n booked, who keep their time</source>
        <translation>
            <numerusform>%n बुक, जिनका समय वही रहेगा</numerusform>
            <numerusform>%n बुक, जिनका समय वही रहेगा</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1, %2 में</translation>
    </message>
    <message numerus="yes">
        <source>%n times beside the template</source>
        <translation>
            <numerusform>ढाँचे के अलावा %n समय</numerusform>
            <numerusform>ढाँचे के अलावा %n समयों</numerusform>
        </translation>
    </message>
    <message>
        <source>Mean visit: from their own visits here, drawn to everybody&apos;s.</source>
        <translation>औसत मुलाक़ात: यहाँ इनकी अपनी मुलाक़ातों से, सबके औसत की ओर।</translation>
    </message>
    <message>
        <source>Mean visit: from everybody&apos;s visits here, as they have none of their own yet.</source>
        <translation>औसत मुलाक़ात: यहाँ सबकी मुलाक़ातों से, क्योंकि इनकी अपनी अभी नहीं हैं।</translation>
    </message>
    <message>
        <source>Mean visit: the usual one, as there are too few past visits here.</source>
        <translation>औसत मुलाक़ात: सामान्य, क्योंकि यहाँ पिछली मुलाक़ातें बहुत कम हैं।</translation>
    </message>
    <message>
        <source>Mean visit: as you typed it.</source>
        <translation>औसत मुलाक़ात: जैसा आपने लिखा।</translation>
    </message>
    <message numerus="yes">
        <source>Don&apos;t come: from their own appointments here in the last %n days, drawn to everybody&apos;s.</source>
        <translation>
            <numerusform>नहीं आते: पिछले %n दिन में यहाँ इनके अपने अपॉइंटमेंट से, सबके औसत की ओर।</numerusform>
            <numerusform>नहीं आते: पिछले %n दिनों में यहाँ इनके अपने अपॉइंटमेंट से, सबके औसत की ओर।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Don&apos;t come: from everybody&apos;s appointments here in the last %n days, as they have none of their own yet.</source>
        <translation>
            <numerusform>नहीं आते: पिछले %n दिन में यहाँ सबके अपॉइंटमेंट से, क्योंकि इनके अपने अभी नहीं हैं।</numerusform>
            <numerusform>नहीं आते: पिछले %n दिनों में यहाँ सबके अपॉइंटमेंट से, क्योंकि इनके अपने अभी नहीं हैं।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Don&apos;t come: the usual share, as fewer than %1 appointments were kept or missed here in the last %n days.</source>
        <translation>
            <numerusform>नहीं आते: सामान्य हिस्सा, क्योंकि पिछले %n दिन में यहाँ %1 से कम अपॉइंटमेंट हुए या छूटे।</numerusform>
            <numerusform>नहीं आते: सामान्य हिस्सा, क्योंकि पिछले %n दिनों में यहाँ %1 से कम अपॉइंटमेंट हुए या छूटे।</numerusform>
        </translation>
    </message>
    <message>
        <source>Don&apos;t come: as you typed it.</source>
        <translation>नहीं आते: जैसा आपने लिखा।</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Session templates</source>
        <translation>सत्र के ढाँचे</translation>
    </message>
    <message numerus="yes">
        <source>Done: %n days have these times now, and can be booked.</source>
        <translation>
            <numerusform>हो गया: %n दिन में अब ये समय हैं और बुक हो सकते हैं।</numerusform>
            <numerusform>हो गया: %n दिनों में अब ये समय हैं और बुक हो सकते हैं।</numerusform>
        </translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>डॉक्टर</translation>
    </message>
    <message>
        <source>Doctor at %1</source>
        <translation>%1 में डॉक्टर</translation>
    </message>
    <message>
        <source>Nobody chosen yet</source>
        <translation>अभी कोई नहीं चुना</translation>
    </message>
    <message>
        <source>Choose a doctor first.</source>
        <translation>पहले डॉक्टर चुनें।</translation>
    </message>
    <message>
        <source>On these days of the week</source>
        <translation>सप्ताह के इन दिनों</translation>
    </message>
    <message>
        <source>Hours within the session give way</source>
        <translation>सत्र के भीतर के समय हट जाएँ</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation>सर्वर से पूछ रहे हैं …</translation>
    </message>
    <message>
        <source>Two come at the start, then one after another. Where some stay away, more are booked.</source>
        <translation>शुरू में दो आते हैं, फिर एक-एक करके। जहाँ कुछ नहीं आते, वहाँ ज़्यादा बुक होते हैं।</translation>
    </message>
    <message>
        <source>Look at the plan</source>
        <translation>योजना देखें</translation>
    </message>
    <message numerus="yes">
        <source>Apply it to %n days</source>
        <translation>
            <numerusform>%n दिन पर लागू करें</numerusform>
            <numerusform>%n दिनों पर लागू करें</numerusform>
        </translation>
    </message>
</context>
</TS>
