<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_AE" sourcelanguage="en">
<context>
    <name>Alerts</name>
    <message>
        <source>Emergency · number %1 · since %2</source>
        <translation>حالة طارئة · الرقم %1 · منذ %2</translation>
    </message>
    <message>
        <source>Emergency at %1 · number %2 · since %3</source>
        <translation>حالة طارئة عند %1 · الرقم %2 · منذ %3</translation>
    </message>
    <message>
        <source>Somebody needs help · number %1 · since %2</source>
        <translation>شخص يحتاج إلى مساعدة · الرقم %1 · منذ %2</translation>
    </message>
    <message>
        <source>Somebody needs help at %1 · number %2 · since %3</source>
        <translation>شخص يحتاج إلى مساعدة عند %1 · الرقم %2 · منذ %3</translation>
    </message>
    <message>
        <source>%1 · since %2</source>
        <translation>%1 · منذ %2</translation>
    </message>
    <message>
        <source>%1 · at %2 · since %3</source>
        <translation>%1 · عند %2 · منذ %3</translation>
    </message>
    <message>
        <source>%1: %2 · since %3</source>
        <translation>%1: %2 · منذ %3</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>الطابعة</translation>
    </message>
    <message>
        <source>%1 says that their details have changed</source>
        <translation>%1 يقول إن بياناته تغيّرت</translation>
    </message>
    <message>
        <source>%1 has not given their consent</source>
        <translation>%1 لم يعطِ موافقته</translation>
    </message>
    <message>
        <source>%1 has not given their consent, and says that their details have changed</source>
        <translation>%1 لم يعطِ موافقته، ويقول إن بياناته تغيّرت</translation>
    </message>
    <message>
        <source>the printer is out of paper</source>
        <translation>نفد ورق الطابعة</translation>
    </message>
    <message>
        <source>the printer&apos;s cover is open</source>
        <translation>غطاء الطابعة مفتوح</translation>
    </message>
    <message>
        <source>the printer does not answer</source>
        <translation>الطابعة لا تستجيب</translation>
    </message>
    <message>
        <source>the server has not heard of it</source>
        <translation>لم يصل إلى الخادم خبر منه</translation>
    </message>
    <message>
        <source>the paper is near its end</source>
        <translation>أوشك الورق على النفاد</translation>
    </message>
    <message>
        <source>the printer needs somebody</source>
        <translation>الطابعة تحتاج إلى من يتفقدها</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ولا شيء غيرها</numerusform>
            <numerusform>وآخر</numerusform>
            <numerusform>واثنان آخران</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody is with them</source>
        <translation>هناك من يساعده</translation>
    </message>
    <message>
        <source>Seen to</source>
        <translation>تمت المعالجة</translation>
    </message>
</context>
<context>
    <name>AlikePanel</name>
    <message>
        <source>Is it one of these?</source>
        <translation>هل هو أحد هؤلاء؟</translation>
    </message>
    <message>
        <source>Name and phone or birth date are much the same.</source>
        <translation>الاسم مع الهاتف أو تاريخ الميلاد متشابهة جدًا.</translation>
    </message>
    <message>
        <source>No, somebody new</source>
        <translation>لا، شخص جديد</translation>
    </message>
    <message>
        <source>Leave the form</source>
        <translation>ترك النموذج</translation>
    </message>
</context>
<context>
    <name>Coming</name>
    <message>
        <source>Next appointment</source>
        <translation>الموعد التالي</translation>
    </message>
    <message>
        <source>No more appointments today</source>
        <translation>لا مواعيد أخرى اليوم</translation>
    </message>
    <message numerus="yes">
        <source>%n more today</source>
        <comment>appointments</comment>
        <translation>
            <numerusform>لا مواعيد أخرى اليوم</numerusform>
            <numerusform>موعد آخر اليوم</numerusform>
            <numerusform>موعدان آخران اليوم</numerusform>
            <numerusform>%n مواعيد أخرى اليوم</numerusform>
            <numerusform>%n موعدًا آخر اليوم</numerusform>
            <numerusform>%n موعد آخر اليوم</numerusform>
        </translation>
    </message>
    <message>
        <source>the last at %1</source>
        <translation>الأخير عند %1</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>The queue cannot be read just now. This is how it stood at %1.</source>
        <translation>تتعذّر قراءة الطابور الآن. هكذا كان عند الساعة %1.</translation>
    </message>
    <message>
        <source>The queue cannot be read just now.</source>
        <translation>تتعذّر قراءة الطابور الآن.</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>نداء ثانٍ</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>لم يحضر</translation>
    </message>
    <message>
        <source>Hold back</source>
        <translation>إرجاء</translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>استدعاء التالي</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>بدء</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>My queue</source>
        <translation>طابوري</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>لا أحد ينتظر</numerusform>
            <numerusform>شخص واحد ينتظر</numerusform>
            <numerusform>شخصان ينتظران</numerusform>
            <numerusform>%n أشخاص ينتظرون</numerusform>
            <numerusform>%n شخصًا ينتظرون</numerusform>
            <numerusform>%n شخص ينتظرون</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>DoctorChoices</name>
    <message>
        <source>Waits for</source>
        <translation>ينتظر</translation>
    </message>
    <message>
        <source>whoever is free</source>
        <translation>أول طبيب متاح</translation>
    </message>
</context>
<context>
    <name>FormPanel</name>
    <message>
        <source>New person</source>
        <translation>شخص جديد</translation>
    </message>
    <message>
        <source>Change details</source>
        <translation>تعديل البيانات</translation>
    </message>
    <message>
        <source>Somebody else changed this person meanwhile. This is how it stands now: please enter your change once more.</source>
        <translation>عدّل شخص آخر هذه البيانات في هذه الأثناء. هذا وضعها الآن: يُرجى إدخال تعديلك من جديد.</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>الاسم الأول</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>الاسم مطلوب.</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>اسم العائلة</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>تاريخ الميلاد</translation>
    </message>
    <message>
        <source>day month year</source>
        <translation>يوم شهر سنة</translation>
    </message>
    <message>
        <source>This is no birth date.</source>
        <translation>هذا ليس تاريخ ميلاد.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Reason for the visit</source>
        <translation>سبب الزيارة</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>ينتظر</translation>
    </message>
    <message>
        <source>Register and add to the queue</source>
        <translation>تسجيل وإضافة إلى الطابور</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Leave the form</source>
        <translation>ترك النموذج</translation>
    </message>
</context>
<context>
    <name>Line</name>
    <message>
        <source>Whoever is free</source>
        <translation>أول طبيب متاح</translation>
    </message>
    <message>
        <source>not in today</source>
        <translation>غير موجود اليوم</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>لا أحد ينتظر</numerusform>
            <numerusform>شخص واحد ينتظر</numerusform>
            <numerusform>شخصان ينتظران</numerusform>
            <numerusform>%n أشخاص ينتظرون</numerusform>
            <numerusform>%n شخصًا ينتظرون</numerusform>
            <numerusform>%n شخص ينتظرون</numerusform>
        </translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>استدعاء التالي</translation>
    </message>
    <message>
        <source>Call next for %1</source>
        <translation>استدعاء التالي إلى %1</translation>
    </message>
    <message>
        <source>Called with the next of any doctor</source>
        <translation>يستدعيهم أي طبيب يطلب التالي</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>لا أحد ينتظر</translation>
    </message>
</context>
<context>
    <name>PastWords</name>
    <message>
        <source>details changed</source>
        <translation>عُدّلت البيانات</translation>
    </message>
    <message>
        <source>consent given at the desk</source>
        <translation>أُعطيت الموافقة عند الاستقبال</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>زيارة</translation>
    </message>
    <message>
        <source>appointment</source>
        <translation>موعد</translation>
    </message>
    <message>
        <source>booked</source>
        <translation>محجوز</translation>
    </message>
    <message>
        <source>with the doctor</source>
        <translation>لدى الطبيب</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>ينتظر</translation>
    </message>
    <message>
        <source>done</source>
        <translation>انتهى</translation>
    </message>
    <message>
        <source>called off</source>
        <translation>ملغى</translation>
    </message>
    <message>
        <source>did not come</source>
        <translation>لم يأتِ</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>نُقل</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>%1 waits with number %2.</source>
        <translation>ينتظر %1 بالرقم %2.</translation>
    </message>
    <message>
        <source>%1 waits already, with number %2.</source>
        <translation>ينتظر %1 بالفعل، بالرقم %2.</translation>
    </message>
    <message>
        <source>The details of %1 are saved.</source>
        <translation>حُفظت بيانات %1.</translation>
    </message>
    <message>
        <source>This person is not known any more.</source>
        <translation>لم يعد هذا الشخص معروفًا.</translation>
    </message>
    <message>
        <source>There are no numbers left today.</source>
        <translation>لم تبقَ أرقام اليوم.</translation>
    </message>
    <message>
        <source>Sent to the printer, marked as a reprint.</source>
        <translation>أُرسل إلى الطابعة وعليه «نسخة معادة الطباعة».</translation>
    </message>
    <message>
        <source>This machine has no printer.</source>
        <translation>لا طابعة لهذا الجهاز.</translation>
    </message>
    <message>
        <source>Your role does not allow that.</source>
        <translation>دورك لا يسمح بذلك.</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>البحث عن شخص</translation>
    </message>
    <message>
        <source>Name, phone, birth date or number</source>
        <translation>الاسم أو الهاتف أو تاريخ الميلاد أو الرقم</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>شخص جديد</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>الأشخاص الموجودون</translation>
    </message>
    <message>
        <source>The records could not be asked. Please try again.</source>
        <translation>تعذّر الرجوع إلى السجلات. يُرجى إعادة المحاولة.</translation>
    </message>
    <message>
        <source>Nobody found. Press Enter to register them.</source>
        <translation>لم يُعثر على أحد. اضغط Enter للتسجيل.</translation>
    </message>
    <message>
        <source>Type a name: everybody the clinic knows is found here, with or without a network.</source>
        <translation>اكتب اسمًا: كل من تعرفه العيادة يُعثر عليه هنا، بالشبكة أو بدونها.</translation>
    </message>
    <message>
        <source>Choose somebody to see what is known of them.</source>
        <translation>اختر شخصًا لعرض ما هو معروف عنه.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>PersonPanel</name>
    <message>
        <source>given on %1, to an earlier text</source>
        <translation>أُعطيت في %1، لنص سابق</translation>
    </message>
    <message>
        <source>given on %1</source>
        <translation>أُعطيت في %1</translation>
    </message>
    <message>
        <source>declined on %1, for an earlier text</source>
        <translation>رُفضت في %1، لنص سابق</translation>
    </message>
    <message>
        <source>declined on %1</source>
        <translation>رُفضت في %1</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>لم يُسأل بعد</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>تاريخ الميلاد</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>الهوية</translation>
    </message>
    <message>
        <source>seen by staff</source>
        <translation>تحقق منها الموظفون</translation>
    </message>
    <message>
        <source>not seen by staff yet</source>
        <translation>لم يتحقق منها الموظفون بعد</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>الموافقة</translation>
    </message>
    <message>
        <source>They agree now</source>
        <translation>يوافق الآن</translation>
    </message>
    <message>
        <source>Add to the queue of</source>
        <translation>الإضافة إلى طابور</translation>
    </message>
    <message>
        <source>What happened before</source>
        <translation>ما حدث من قبل</translation>
    </message>
    <message>
        <source>Reprint the slip</source>
        <translation>إعادة طباعة الموعد</translation>
    </message>
    <message>
        <source>Reprint the receipt</source>
        <translation>إعادة طباعة الإيصال</translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>إضافة إلى الطابور</translation>
    </message>
    <message>
        <source>Change details</source>
        <translation>تعديل البيانات</translation>
    </message>
</context>
<context>
    <name>PlaceCard</name>
    <message>
        <source>See at once</source>
        <translation>يُعايَن فورًا</translation>
    </message>
    <message>
        <source>Booked for %1</source>
        <translation>موعده الساعة %1</translation>
    </message>
    <message>
        <source>%1 min over target</source>
        <translation>تجاوز الهدف بـ %1 د</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>بلا اسم</translation>
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
        <translation>اختر شخصًا باللمس أو بمفاتيح الأسهم</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>استدعاء</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>بدء</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>نداء ثانٍ</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>لم يحضر</translation>
    </message>
    <message>
        <source>Is back</source>
        <translation>عاد</translation>
    </message>
    <message>
        <source>Hold back</source>
        <translation>إرجاء</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>تحويل</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>المستوى</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>غادر</translation>
    </message>
    <message>
        <source>Reprint</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>تاريخ الميلاد</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>Came for</source>
        <translation>سبب الزيارة</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>الاحتياجات</translation>
    </message>
    <message>
        <source>Booked for</source>
        <translation>الموعد</translation>
    </message>
    <message>
        <source>Number from</source>
        <translation>مصدر الرقم</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>الهوية</translation>
    </message>
    <message>
        <source>not verified yet</source>
        <translation>لم يُتحقق منها بعد</translation>
    </message>
    <message>
        <source>Called by</source>
        <translation>استدعاه</translation>
    </message>
    <message>
        <source>Put first</source>
        <translation>سبب التقديم</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Feels worse</source>
        <translation>ساءت حالته</translation>
    </message>
    <message>
        <source>In great pain</source>
        <translation>يتألم بشدة</translation>
    </message>
    <message>
        <source>With a small child</source>
        <translation>معه طفل صغير</translation>
    </message>
    <message>
        <source>The doctor asks for them</source>
        <translation>بطلب من الطبيب</translation>
    </message>
    <message>
        <source>Back from the laboratory</source>
        <translation>عاد من المختبر</translation>
    </message>
    <message>
        <source>Why before the others?</source>
        <translation>لماذا قبل الآخرين؟</translation>
    </message>
    <message>
        <source>Which doctor calls?</source>
        <translation>أي طبيب يستدعي؟</translation>
    </message>
    <message>
        <source>To which doctor?</source>
        <translation>إلى أي طبيب؟</translation>
    </message>
    <message>
        <source>How urgent is it?</source>
        <translation>ما درجة الاستعجال؟</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>سبب آخر</translation>
    </message>
    <message>
        <source>not in today</source>
        <translation>غير موجود اليوم</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Emergency: %1, see at once</source>
        <translation>حالة طارئة: %1، يُعايَن فورًا</translation>
    </message>
    <message>
        <source>The queue cannot be read just now. This is how it stood at %1.</source>
        <translation>تتعذّر قراءة الطابور الآن. هكذا كان عند الساعة %1.</translation>
    </message>
    <message>
        <source>The queue cannot be read just now.</source>
        <translation>تتعذّر قراءة الطابور الآن.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>No doctor is in today, and nobody waits</source>
        <translation>لا طبيب اليوم، ولا أحد ينتظر</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>QueueWords</name>
    <message>
        <source>%1–%2 min</source>
        <comment>how long until they are called</comment>
        <translation>%1–%2 د</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>how long somebody has waited</comment>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>Being seen</source>
        <translation>في المعاينة</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>تم استدعاؤه</translation>
    </message>
    <message>
        <source>Called again to %1</source>
        <translation>نودي ثانيةً إلى %1</translation>
    </message>
    <message>
        <source>Called to %1</source>
        <translation>استُدعي إلى %1</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>مُرجأ</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>لم يأتِ</translation>
    </message>
    <message>
        <source>Emergency: see at once</source>
        <translation>حالة طارئة: يُعايَن فورًا</translation>
    </message>
    <message>
        <source>Visit over</source>
        <translation>انتهت الزيارة</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>ينتظر</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>بلا موعد</translation>
    </message>
    <message>
        <source>put first</source>
        <translation>مُقدَّم</translation>
    </message>
    <message>
        <source>+%1 min</source>
        <comment>beyond the target</comment>
        <translation>+%1 د</translation>
    </message>
    <message>
        <source>came late</source>
        <translation>حضر متأخرًا</translation>
    </message>
    <message>
        <source>level %1</source>
        <comment>of triage</comment>
        <translation>المستوى %1</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>لم يُتحقق منه</translation>
    </message>
    <message>
        <source>Emergency: at once</source>
        <translation>طارئ: فورًا</translation>
    </message>
    <message>
        <source>Very urgent</source>
        <translation>مستعجل جدًا</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>مستعجل</translation>
    </message>
    <message>
        <source>Less urgent</source>
        <translation>أقل استعجالًا</translation>
    </message>
    <message>
        <source>Not urgent</source>
        <translation>غير مستعجل</translation>
    </message>
    <message>
        <source>Waited %1 min</source>
        <translation>انتظر %1 د</translation>
    </message>
    <message>
        <source>%1 min before their time</source>
        <translation>قبل موعده بـ %1 د</translation>
    </message>
    <message>
        <source>Level %1: target %2, not %3 min</source>
        <translation>المستوى %1: الهدف %2 لا %3 د</translation>
    </message>
    <message>
        <source>No level yet, as routine: target %1 min</source>
        <translation>بلا مستوى بعد، كالعادي: الهدف %1 د</translation>
    </message>
    <message>
        <source>Appointment: target %1, not %2 min</source>
        <translation>له موعد: الهدف %1 لا %2 د</translation>
    </message>
    <message>
        <source>75 or older: target %1, not %2 min</source>
        <translation>75 سنة فأكثر: الهدف %1 لا %2 د</translation>
    </message>
    <message>
        <source>Under one year: target %1, not %2 min</source>
        <translation>دون السنة: الهدف %1 لا %2 د</translation>
    </message>
    <message>
        <source>Pregnant: target %1, not %2 min</source>
        <translation>حامل: الهدف %1 لا %2 د</translation>
    </message>
    <message>
        <source>Disability: target %1, not %2 min</source>
        <translation>إعاقة: الهدف %1 لا %2 د</translation>
    </message>
    <message>
        <source>%1 min beyond the target: each counts %2 times</source>
        <translation>%1 د بعد الهدف: تُحسب كل منها %2 مرة</translation>
    </message>
    <message>
        <source>More than %1 min late: waits as a walk-in</source>
        <translation>تأخر أكثر من %1 د: ينتظر كمن لا موعد له</translation>
    </message>
    <message>
        <source>Missed their call: the wait counts anew</source>
        <translation>فاته النداء: يُحسب الانتظار من جديد</translation>
    </message>
    <message>
        <source>Put first by %1: %2</source>
        <translation>قدّمه %1: %2</translation>
    </message>
    <message>
        <source>The time of arrival is not certain: that machine&apos;s clock was never checked</source>
        <translation>وقت الحضور غير مؤكد: لم تُضبط ساعة ذلك الجهاز قط</translation>
    </message>
    <message>
        <source>%1 was called</source>
        <translation>تم استدعاء %1</translation>
    </message>
    <message>
        <source>%1 was called to %2</source>
        <translation>استُدعي %1 إلى %2</translation>
    </message>
    <message>
        <source>%1 was called again</source>
        <translation>نودي %1 مرة أخرى</translation>
    </message>
    <message>
        <source>%1 did not come and waits anew</source>
        <translation>لم يأتِ %1 وينتظر من جديد</translation>
    </message>
    <message>
        <source>%1 did not come the third time: off the list</source>
        <translation>لم يأتِ %1 للمرة الثالثة: أُزيل من القائمة</translation>
    </message>
    <message>
        <source>%1 is held back</source>
        <translation>أُرجئ %1</translation>
    </message>
    <message>
        <source>%1 may be called again</source>
        <translation>يمكن استدعاء %1 من جديد</translation>
    </message>
    <message>
        <source>%1 has gone in</source>
        <translation>دخل %1</translation>
    </message>
    <message>
        <source>%1: visit completed</source>
        <translation>%1: انتهت الزيارة</translation>
    </message>
    <message>
        <source>%1 has left</source>
        <translation>غادر %1</translation>
    </message>
    <message>
        <source>%1 was handed over</source>
        <translation>حُوِّل %1</translation>
    </message>
    <message>
        <source>%1 has a new level</source>
        <translation>لـ %1 مستوى جديد</translation>
    </message>
    <message>
        <source>%1: taken back</source>
        <translation>%1: تم التراجع</translation>
    </message>
    <message>
        <source>%1: ticket sent to the printer</source>
        <translation>%1: أُرسلت التذكرة إلى الطابعة</translation>
    </message>
    <message>
        <source>%1 is an emergency: the alarm is raised</source>
        <translation>%1 حالة طارئة: أُطلق الإنذار</translation>
    </message>
    <message>
        <source>This number is no longer in the queue.</source>
        <translation>لم يعد هذا الرقم في الطابور.</translation>
    </message>
    <message>
        <source>This doctor does not work here any more.</source>
        <translation>لم يعد هذا الطبيب يعمل هنا.</translation>
    </message>
    <message>
        <source>Nobody is waiting who may be called.</source>
        <translation>لا أحد ينتظر ويمكن استدعاؤه.</translation>
    </message>
    <message>
        <source>%1 was called again three times. Mark as absent.</source>
        <translation>نودي %1 ثلاث مرات أخرى. سجّله غائبًا.</translation>
    </message>
    <message>
        <source>%1: another desk has gone on since. Nothing to take back.</source>
        <translation>%1: تابع مكتب آخر بعد ذلك. لا شيء للتراجع عنه.</translation>
    </message>
    <message>
        <source>Your role may not do this.</source>
        <translation>دورك لا يسمح بذلك.</translation>
    </message>
    <message>
        <source>This machine has no printer.</source>
        <translation>لا طابعة لهذا الجهاز.</translation>
    </message>
    <message>
        <source>Two desks called %1. They go to %2, called by %3.</source>
        <translation>استدعى مكتبان %1. يذهب إلى %2 باستدعاء %3.</translation>
    </message>
    <message>
        <source>That could not be done. Nothing was changed. Please try again.</source>
        <translation>تعذّر ذلك. لم يتغير شيء. يُرجى إعادة المحاولة.</translation>
    </message>
    <message>
        <source>%1 has just been called to %2 by %3.</source>
        <translation>استُدعي %1 للتو إلى %2 من قِبل %3.</translation>
    </message>
    <message>
        <source>%1 has moved on meanwhile: %2.</source>
        <comment>%2 is a state, such as Being seen</comment>
        <translation>تغيّر وضع %1 في هذه الأثناء: %2.</translation>
    </message>
</context>
<context>
    <name>Settle</name>
    <message>
        <source>Settled.</source>
        <translation>تمت التسوية.</translation>
    </message>
    <message>
        <source>Another desk has settled this already.</source>
        <translation>سوّى مكتب آخر هذا بالفعل.</translation>
    </message>
    <message>
        <source>%1 settled this already, at %2.</source>
        <translation>سوّاه %1 بالفعل عند %2.</translation>
    </message>
    <message>
        <source>It can&apos;t be settled so any more. Nothing was changed.</source>
        <translation>لم تعد التسوية هكذا ممكنة. لم يتغير شيء.</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>للتسوية</translation>
    </message>
    <message>
        <source>The records could not be asked. Please try again.</source>
        <translation>تعذّر الرجوع إلى السجلات. يُرجى إعادة المحاولة.</translation>
    </message>
    <message>
        <source>Nothing to settle.</source>
        <translation>لا شيء للتسوية.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <source>Look for people who are registered twice</source>
        <translation>البحث عن أشخاص مسجلين مرتين</translation>
    </message>
    <message>
        <source>Choose what you want to settle.</source>
        <translation>اختر ما تريد تسويته.</translation>
    </message>
    <message>
        <source>It is kept on this machine, and is offered again when the server can take it. An administrator finds it in the sync log.</source>
        <translation>يُحفظ على هذا الجهاز ويُعرض من جديد حين يستطيع الخادم قبوله. يجده المسؤول في سجل المزامنة.</translation>
    </message>
    <message>
        <source>One record</source>
        <translation>سجل أول</translation>
    </message>
    <message>
        <source>The other record</source>
        <translation>السجل الآخر</translation>
    </message>
    <message>
        <source>Stands now</source>
        <translation>القائم الآن</translation>
    </message>
    <message>
        <source>Was said elsewhere</source>
        <translation>أُدخل في مكان آخر</translation>
    </message>
    <message>
        <source>%1, as it is right</source>
        <translation>%1: القيمة الصحيحة</translation>
    </message>
    <message>
        <source>Or type what is right</source>
        <translation>أو اكتب الصحيح</translation>
    </message>
    <message>
        <source>This is no date. Day, month and year: 14 3 1974</source>
        <translation>هذا ليس تاريخًا. اليوم والشهر والسنة: 14 3 1974</translation>
    </message>
    <message>
        <source>Move it to a free time:</source>
        <translation>نقله إلى وقت متاح:</translation>
    </message>
    <message>
        <source>No free time is near. Please ring them, and book anew.</source>
        <translation>لا وقت متاح قريب. يُرجى الاتصال به والحجز من جديد.</translation>
    </message>
    <message>
        <source>They are one person</source>
        <translation>هما شخص واحد</translation>
    </message>
    <message>
        <source>They are one person, as chosen</source>
        <translation>هما شخص واحد، كما اختير</translation>
    </message>
    <message>
        <source>Settle it as chosen</source>
        <translation>احسم كما اختير</translation>
    </message>
    <message>
        <source>Nothing is to be done</source>
        <translation>لا حاجة إلى فعل شيء</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>SettleWords</name>
    <message>
        <source>The server did not take this</source>
        <translation>لم يقبل الخادم هذا</translation>
    </message>
    <message>
        <source>Two records, perhaps one person</source>
        <translation>سجلان، ربما لشخص واحد</translation>
    </message>
    <message>
        <source>Changed in two places</source>
        <translation>عُدّل في مكانين</translation>
    </message>
    <message>
        <source>Called off, and yet here</source>
        <translation>أُلغي ومع ذلك حضر</translation>
    </message>
    <message>
        <source>Called off, and moved</source>
        <translation>أُلغي ونُقل</translation>
    </message>
    <message>
        <source>Deleted, and changed</source>
        <translation>حُذف وعُدّل</translation>
    </message>
    <message>
        <source>The time was given twice</source>
        <translation>أُعطي الوقت مرتين</translation>
    </message>
    <message>
        <source>Outside the doctor&apos;s hours</source>
        <translation>خارج ساعات الطبيب</translation>
    </message>
    <message>
        <source>Please decide</source>
        <translation>يُرجى القرار</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>الاسم الأول</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>اسم العائلة</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>تاريخ الميلاد</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>الجنس</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>It changes something that the server has never heard of.</source>
        <translation>يغيّر شيئًا لا يعرفه الخادم.</translation>
    </message>
    <message>
        <source>The data of one of these people were erased meanwhile.</source>
        <translation>مُحيت في هذه الأثناء بيانات أحد هذين الشخصين.</translation>
    </message>
    <message>
        <source>It is more than one step may change.</source>
        <translation>هذا أكثر مما يجوز لخطوة واحدة أن تغيّره.</translation>
    </message>
    <message>
        <source>It belongs to another place of the clinic.</source>
        <translation>يخص موقعًا آخر للعيادة.</translation>
    </message>
    <message>
        <source>Another machine holds these places.</source>
        <translation>هذه الأماكن لدى جهاز آخر.</translation>
    </message>
    <message>
        <source>A desk may not change this: it is kept at the server.</source>
        <translation>لا يجوز لمكتب تغيير هذا: فهو محفوظ في الخادم.</translation>
    </message>
    <message>
        <source>Its number was not this machine&apos;s to give.</source>
        <translation>لم يكن لهذا الجهاز أن يعطي هذا الرقم.</translation>
    </message>
    <message>
        <source>There is such a record already.</source>
        <translation>يوجد سجل كهذا بالفعل.</translation>
    </message>
    <message>
        <source>What was written of this is never changed.</source>
        <translation>ما كُتب عن هذا لا يُغيَّر أبدًا.</translation>
    </message>
    <message>
        <source>Nobody&apos;s record is deleted from a desk.</source>
        <translation>لا يُحذف سجل أحد من مكتب.</translation>
    </message>
    <message>
        <source>The server does not understand it. Perhaps it is older than this machine.</source>
        <translation>لا يفهمه الخادم. ربما هو أقدم من هذا الجهاز.</translation>
    </message>
    <message>
        <source>The visit was somewhere else already: this step did not fit any more.</source>
        <translation>كانت الزيارة قد انتقلت: لم تعد هذه الخطوة مناسبة.</translation>
    </message>
    <message>
        <source>The server gave no reason.</source>
        <translation>لم يذكر الخادم سببًا.</translation>
    </message>
    <message>
        <source>They are two people</source>
        <translation>هما شخصان</translation>
    </message>
    <message>
        <source>The visit stands</source>
        <translation>تبقى الزيارة</translation>
    </message>
    <message>
        <source>They have left</source>
        <translation>غادر</translation>
    </message>
    <message>
        <source>The new time stands</source>
        <translation>يبقى الوقت الجديد</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>الإبقاء</translation>
    </message>
    <message>
        <source>Leave the time as it is</source>
        <translation>ترك الوقت كما هو</translation>
    </message>
    <message>
        <source>Keep what stands</source>
        <translation>الإبقاء على القائم</translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation>إلغاؤه</translation>
    </message>
    <message>
        <source>They are here</source>
        <translation>حضر</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>حذفه</translation>
    </message>
    <message>
        <source>Take the other</source>
        <translation>أخذ الآخر</translation>
    </message>
</context>
<context>
    <name>Tab</name>
    <message>
        <source>Whoever is free</source>
        <translation>أول طبيب متاح</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>لا أحد ينتظر</numerusform>
            <numerusform>شخص واحد ينتظر</numerusform>
            <numerusform>شخصان ينتظران</numerusform>
            <numerusform>%n أشخاص ينتظرون</numerusform>
            <numerusform>%n شخصًا ينتظرون</numerusform>
            <numerusform>%n شخص ينتظرون</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>%1 is here, with number %2.</source>
        <translation>حضر %1، بالرقم %2.</translation>
    </message>
    <message>
        <source>%1 was here already, with number %2.</source>
        <translation>%1 حاضر بالفعل، بالرقم %2.</translation>
    </message>
    <message>
        <source>It is noted that %1 did not come.</source>
        <translation>سُجّل أن %1 لم يأتِ.</translation>
    </message>
    <message>
        <source>The appointment of %1 is called off.</source>
        <translation>أُلغي موعد %1.</translation>
    </message>
    <message>
        <source>It is too early to check %1 in.</source>
        <translation>ما زال الوقت مبكرًا لتسجيل حضور %1.</translation>
    </message>
    <message>
        <source>The time of %1 has not come yet.</source>
        <translation>لم يحن وقت %1 بعد.</translation>
    </message>
    <message>
        <source>Something happened to this appointment meanwhile. This is how it stands now.</source>
        <translation>حدث شيء لهذا الموعد في هذه الأثناء. هذا وضعه الآن.</translation>
    </message>
    <message>
        <source>This appointment can&apos;t be checked in any more.</source>
        <translation>لم يعد تسجيل الحضور لهذا الموعد ممكنًا.</translation>
    </message>
    <message>
        <source>There are no numbers left today.</source>
        <translation>لم تبقَ أرقام اليوم.</translation>
    </message>
    <message>
        <source>Sent to the printer, marked as a reprint.</source>
        <translation>أُرسل إلى الطابعة وعليه «نسخة معادة الطباعة».</translation>
    </message>
    <message>
        <source>This machine has no printer.</source>
        <translation>لا طابعة لهذا الجهاز.</translation>
    </message>
    <message>
        <source>Your role does not allow that.</source>
        <translation>دورك لا يسمح بذلك.</translation>
    </message>
    <message>
        <source>Find in today&apos;s list</source>
        <translation>البحث في قائمة اليوم</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message numerus="yes">
        <source>%n still to come</source>
        <translation>
            <numerusform>لا أحد بانتظار الحضور</numerusform>
            <numerusform>واحد لم يحضر بعد</numerusform>
            <numerusform>اثنان لم يحضرا بعد</numerusform>
            <numerusform>%n لم يحضروا بعد</numerusform>
            <numerusform>%n لم يحضروا بعد</numerusform>
            <numerusform>%n لم يحضروا بعد</numerusform>
        </translation>
    </message>
    <message>
        <source>Today&apos;s appointments</source>
        <translation>مواعيد اليوم</translation>
    </message>
    <message>
        <source>time not confirmed yet</source>
        <translation>الوقت غير مؤكد بعد</translation>
    </message>
    <message>
        <source>here · %1</source>
        <translation>حاضر · %1</translation>
    </message>
    <message>
        <source>The records could not be asked. Please try again.</source>
        <translation>تعذّر الرجوع إلى السجلات. يُرجى إعادة المحاولة.</translation>
    </message>
    <message>
        <source>No appointments today.</source>
        <translation>لا مواعيد اليوم.</translation>
    </message>
    <message>
        <source>Nobody of that name today.</source>
        <translation>لا أحد بهذا الاسم اليوم.</translation>
    </message>
    <message>
        <source>Choose an appointment.</source>
        <translation>اختر موعدًا.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>الطبيب</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>تسجيل الحضور</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>لم يأتِ</translation>
    </message>
    <message>
        <source>Call off</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Reprint the slip</source>
        <translation>إعادة طباعة الموعد</translation>
    </message>
    <message>
        <source>Reprint the receipt</source>
        <translation>إعادة طباعة الإيصال</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Call this appointment off?</source>
        <translation>إلغاء هذا الموعد؟</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>الإبقاء</translation>
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
        <translation>استدعِ الشخص التالي متى كنت مستعدًا</translation>
    </message>
    <message>
        <source>Nobody is waiting for you</source>
        <translation>لا أحد في انتظارك</translation>
    </message>
    <message>
        <source>Came for</source>
        <translation>سبب الزيارة</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>الاحتياجات</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>تاريخ الميلاد</translation>
    </message>
    <message>
        <source>Booked for</source>
        <translation>الموعد</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>المستوى</translation>
    </message>
    <message>
        <source>Put first</source>
        <translation>سبب التقديم</translation>
    </message>
    <message>
        <source>Came at</source>
        <translation>وقت الحضور</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>Why they are next</source>
        <translation>لماذا دوره الآن</translation>
    </message>
    <message>
        <source>Why they are number %1 in line</source>
        <translation>لماذا ترتيبه %1</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>%1, due %2</source>
        <comment>a score and the time at which the target falls due</comment>
        <translation>%1، الاستحقاق %2</translation>
    </message>
    <message>
        <source>Came before, called after: %1</source>
        <translation>حضروا قبله ويُستدعون بعده: %1</translation>
    </message>
</context>
</TS>
