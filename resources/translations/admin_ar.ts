<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_AE" sourcelanguage="en">
<context>
    <name>AdminWords</name>
    <message>
        <source>All machines</source>
        <translation>كل الأجهزة</translation>
    </message>
    <message>
        <source>All kinds of work</source>
        <translation>كل الأعمال</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>كل الحالات</translation>
    </message>
    <message>
        <source>All places</source>
        <translation>كل المواقع</translation>
    </message>
    <message>
        <source>All doctors</source>
        <translation>كل الأطباء</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>آخر 7 أيام</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>آخر 30 يومًا</translation>
    </message>
    <message>
        <source>Own days</source>
        <translation>أيام أخرى</translation>
    </message>
    <message>
        <source>It is safe on this machine, and goes to the server as soon as it can be reached.</source>
        <translation>هو محفوظ على هذا الجهاز، ويُرسل إلى الخادم حالما يمكن الوصول إليه.</translation>
    </message>
    <message>
        <source>The server has taken it as it was done here.</source>
        <translation>قبله الخادم كما جرى هنا.</translation>
    </message>
    <message>
        <source>The server keeps it and has not applied it. It is tried again by itself when the rules change.</source>
        <translation>يحتفظ به الخادم ولم يطبّقه. يُعاد تلقائيًا عندما تتغيّر القواعد.</translation>
    </message>
    <message>
        <source>The server has applied what the rules allow. Somebody should look at the rest.</source>
        <translation>طبّق الخادم ما تسمح به القواعد. ينبغي أن يراجع أحدٌ الباقي.</translation>
    </message>
    <message>
        <source>The passphrase is not right, or this file is not a copy of our records. Nothing was changed.</source>
        <translation>عبارة المرور غير صحيحة، أو أن هذا الملف ليس نسخة من سجلاتنا. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>This copy is damaged: a part of it is torn or missing. Nothing was changed.</source>
        <translation>هذه النسخة تالفة: جزء منها ممزّق أو ناقص. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>A newer version of the program made this copy. Install that version first. Nothing was changed.</source>
        <translation>أنشأ هذه النسخة إصدار أحدث من البرنامج. ثبّت ذلك الإصدار أولًا. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>That passphrase is too easy to guess. Take at least 12 characters, or let us make one up.</source>
        <translation>عبارة المرور سهلة التخمين. استخدم 12 حرفًا على الأقل، أو دعنا نبتكر واحدة.</translation>
    </message>
    <message>
        <source>There is not enough room there. Nothing was kept.</source>
        <translation>لا مكان كافيًا هناك. لم يُحفظ شيء.</translation>
    </message>
    <message>
        <source>That place could not be read or written. Is the stick still in?</source>
        <translation>تعذّرت القراءة أو الكتابة هناك. هل ما زالت ذاكرة USB موصولة؟</translation>
    </message>
    <message>
        <source>The keys of this machine could not be reached. Nothing was changed.</source>
        <translation>تعذّر الوصول إلى مفاتيح هذا الجهاز. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>That place can&apos;t be written. Nothing was changed.</source>
        <translation>لا يمكن الكتابة هناك. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>This needs the server, which can&apos;t be reached now. Nothing was changed.</source>
        <translation>هذا يحتاج إلى الخادم، ولا يمكن الوصول إليه الآن. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>You signed in without the server. Lock the screen, sign in again while it is connected, and try once more.</source>
        <translation>سجّلت الدخول دون الخادم. اقفل الشاشة، وسجّل الدخول ثانيةً وهو متصل، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>A PIN has 6 to 12 digits.</source>
        <translation>يتكون الرقم السري من 6 إلى 12 رقمًا.</translation>
    </message>
    <message>
        <source>That PIN is too easy to guess. Take other digits.</source>
        <translation>من السهل تخمين هذا الرقم السري. اختر أرقامًا أخرى.</translation>
    </message>
    <message>
        <source>Somebody must be left who can set up the clinic.</source>
        <translation>يجب أن يبقى من يستطيع إعداد العيادة.</translation>
    </message>
    <message>
        <source>They work at all places, so they can&apos;t be changed from this one.</source>
        <translation>يعمل في كل الفروع، فلا يمكن تغييره من هذا الفرع.</translation>
    </message>
    <message>
        <source>Somebody else has this e-mail address.</source>
        <translation>عنوان البريد هذا لشخص آخر.</translation>
    </message>
    <message>
        <source>An administrator of this place only can&apos;t change that.</source>
        <translation>مدير هذا الفرع وحده لا يستطيع تغيير ذلك.</translation>
    </message>
    <message>
        <source>That is not possible here.</source>
        <translation>هذا غير ممكن هنا.</translation>
    </message>
    <message>
        <source>This was said when the program was started, so it can&apos;t be changed here.</source>
        <translation>حُدّد هذا عند تشغيل البرنامج، فلا يمكن تغييره هنا.</translation>
    </message>
    <message>
        <source>The settings file has a form that only a person can change. Nothing was changed.</source>
        <translation>ملف الإعدادات بصيغة لا يغيّرها إلا شخص. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>That could not be done. Nothing was changed.</source>
        <translation>تعذّر ذلك. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>The server has not heard of it</source>
        <translation>لم يصل إلى الخادم خبر منه</translation>
    </message>
    <message>
        <source>Its printer is out of paper</source>
        <translation>طابعته بلا ورق</translation>
    </message>
    <message>
        <source>Its printer&apos;s paper is near its end</source>
        <translation>ورق طابعته أوشك على النفاد</translation>
    </message>
    <message>
        <source>Its printer&apos;s cover is open</source>
        <translation>غطاء طابعته مفتوح</translation>
    </message>
    <message>
        <source>Its printer does not answer</source>
        <translation>طابعته لا تستجيب</translation>
    </message>
    <message>
        <source>Its printer needs somebody</source>
        <translation>طابعته تحتاج إلى أحد</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Patients&apos; screens</source>
        <translation>شاشات المرضى</translation>
    </message>
    <message>
        <source>Reception</source>
        <translation>الاستقبال</translation>
    </message>
    <message>
        <source>Waiting-room board</source>
        <translation>لوحة قاعة الانتظار</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>الإدارة</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>تلقائيًا</translation>
    </message>
    <message>
        <source>System service (systemd)</source>
        <translation>خدمة النظام (systemd)</translation>
    </message>
    <message>
        <source>System&apos;s keyring</source>
        <translation>حافظة مفاتيح النظام</translation>
    </message>
    <message>
        <source>A file (only to try things out)</source>
        <translation>ملف (للتجربة فقط)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>By network</source>
        <translation>عبر الشبكة</translation>
    </message>
    <message>
        <source>By USB</source>
        <translation>عبر USB</translation>
    </message>
    <message>
        <source>By serial port</source>
        <translation>عبر منفذ تسلسلي</translation>
    </message>
    <message>
        <source>The system&apos;s printer</source>
        <translation>طابعة النظام</translation>
    </message>
    <message>
        <source>Wherever there is room</source>
        <translation>حيث يوجد متسع</translation>
    </message>
    <message>
        <source>Top left</source>
        <translation>أعلى اليسار</translation>
    </message>
    <message>
        <source>Top right</source>
        <translation>أعلى اليمين</translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation>أسفل اليسار</translation>
    </message>
    <message>
        <source>Bottom right</source>
        <translation>أسفل اليمين</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 مم</translation>
    </message>
    <message>
        <source>Patients&apos; kiosk</source>
        <translation>جهاز المرضى</translation>
    </message>
    <message>
        <source>Hub in the lobby</source>
        <translation>موزّع الردهة</translation>
    </message>
</context>
<context>
    <name>Analytics</name>
    <message>
        <source>This needs the server, which can&apos;t be reached now: this machine&apos;s records hold neither other places, payments nor what patients say, and it draws no pictures.</source>
        <translation>هذا يحتاج إلى الخادم، ولا يمكن الوصول إليه الآن: سجلات هذا الجهاز لا تضم المواقع الأخرى ولا المدفوعات ولا آراء المرضى، وهو لا يرسم الرسوم البيانية.</translation>
    </message>
    <message>
        <source>You signed in without the server. For this lock the screen, and sign in again while it is connected.</source>
        <translation>سجّلتَ الدخول دون الخادم. لهذا اقفل الشاشة ثم سجّل الدخول من جديد أثناء الاتصال.</translation>
    </message>
    <message>
        <source>An administrator of one place reads the reports of that place.</source>
        <translation>مسؤول موقع واحد يقرأ تقارير ذلك الموقع فقط.</translation>
    </message>
    <message>
        <source>There is no such doctor any more.</source>
        <translation>لم يعد هذا الطبيب موجودًا.</translation>
    </message>
    <message>
        <source>The report could not be made. Nothing is lost: try again.</source>
        <translation>تعذّر إعداد التقرير. لم يُفقد شيء: حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Counted by the server</source>
        <translation>حسبه الخادم</translation>
    </message>
    <message>
        <source>Counted from this machine&apos;s records: %1 only</source>
        <translation>محسوب من سجلات هذا الجهاز: %1 فقط</translation>
    </message>
    <message>
        <source>%1, kept here since %2</source>
        <translation>%1، محفوظة هنا منذ %2</translation>
    </message>
    <message>
        <source>Before the first</source>
        <translation>قبل اليوم الأول</translation>
    </message>
    <message>
        <source>More than 3 years</source>
        <translation>أكثر من 3 سنوات</translation>
    </message>
    <message>
        <source>Not a day</source>
        <translation>ليس يومًا</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>التقارير</translation>
    </message>
    <message>
        <source>How the clinic&apos;s days went. No report names a patient.</source>
        <translation>كيف سارت أيام العيادة. لا يذكر أي تقرير اسم مريض.</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>كجدول</translation>
    </message>
    <message>
        <source>As a picture</source>
        <translation>كرسم بياني</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>الأيام</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>الموقع</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>الطبيب</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>من يوم</translation>
    </message>
    <message>
        <source>2026-03-09</source>
        <translation>2026-03-09</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>إلى يوم</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>كُتب: %1</translation>
    </message>
    <message>
        <source>Stopped. Nothing was kept.</source>
        <translation>توقّف. لم يُحفظ شيء.</translation>
    </message>
    <message>
        <source>Writing the file …</source>
        <translation>جارٍ كتابة الملف …</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1 as a picture</source>
        <translation>%1، رسم بياني</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>جارٍ الحساب …</translation>
    </message>
    <message>
        <source>Nothing happened in these days.</source>
        <translation>لم يحدث شيء في هذه الأيام.</translation>
    </message>
    <message>
        <source>Export this report</source>
        <translation>تصدير هذا التقرير</translation>
    </message>
    <message>
        <source>The table opens in any spreadsheet. The paper has every report of these days; it and the pictures are drawn by the server.</source>
        <translation>يُفتح الجدول في أي برنامج جداول. ويضم المستند كل تقارير هذه الأيام، والخادم هو الذي يرسمه مع الرسوم البيانية.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>إلى أين</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>جدول (CSV)</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>صورة (PNG)</translation>
    </message>
    <message>
        <source>Drawing (SVG)</source>
        <translation>رسم (SVG)</translation>
    </message>
    <message>
        <source>All on paper (PDF)</source>
        <translation>الكل في مستند (PDF)</translation>
    </message>
</context>
<context>
    <name>Clinic</name>
    <message>
        <source>This clinic</source>
        <translation>هذه العيادة</translation>
    </message>
    <message>
        <source>What patients read of this place and are asked here. It stands at every machine as soon as that has heard of it.</source>
        <translation>ما يقرؤه المرضى عن هذا المكان وما يُسألون عنه هنا. يسري على كل جهاز فور وصوله إليه.</translation>
    </message>
    <message>
        <source>Back to what is in force</source>
        <translation>العودة إلى المعمول به</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Something here can&apos;t be kept yet.</source>
        <translation>هنا شيء لا يمكن حفظه بعد.</translation>
    </message>
    <message>
        <source>It can&apos;t be kept yet: look at “%1”.</source>
        <translation>لا يمكن حفظه بعد: انظر في «%1».</translation>
    </message>
    <message>
        <source>Kept. It stands everywhere as soon as each machine has heard of it.</source>
        <translation>حُفظ. يسري في كل مكان فور وصوله إلى كل جهاز.</translation>
    </message>
    <message>
        <source>Tickets and answers have a new name at once; the heads of screens when they start again.</source>
        <translation>يظهر الاسم الجديد على التذاكر والإجابات فورًا، وفي أعلى الشاشات عند إعادة تشغيلها.</translation>
    </message>
</context>
<context>
    <name>ClinicWords</name>
    <message>
        <source>The place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>الموافقة</translation>
    </message>
    <message>
        <source>Reasons to come</source>
        <translation>أسباب الزيارة</translation>
    </message>
    <message>
        <source>Name, as patients know it</source>
        <translation>الاسم كما يعرفه المرضى</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>ساعات العمل</translation>
    </message>
    <message>
        <source>Where people wait</source>
        <translation>مكان الانتظار</translation>
    </message>
    <message>
        <source>Phone number that patients may ring</source>
        <translation>رقم الهاتف الذي يمكن للمرضى الاتصال به</translation>
    </message>
    <message>
        <source>such as: Riverside Clinic</source>
        <translation>مثلًا: عيادة الضفة</translation>
    </message>
    <message>
        <source>such as: Mon–Fri 8:00–18:00</source>
        <translation>مثلًا: الاثنين–الجمعة 8:00–18:00</translation>
    </message>
    <message>
        <source>such as: Waiting area B</source>
        <translation>مثلًا: صالة الانتظار B</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا يوجد</translation>
    </message>
    <message>
        <source>A clinic has a name.</source>
        <translation>للعيادة اسم.</translation>
    </message>
    <message>
        <source>A phone number has digits, blanks and ( ) . / - only, and at least 6 of them.</source>
        <translation>رقم الهاتف أرقام وفراغات و( ) . / - فقط، وستة على الأقل.</translation>
    </message>
    <message>
        <source>Pregnant</source>
        <translation>حامل</translation>
    </message>
    <message>
        <source>A baby with them</source>
        <translation>معه رضيع</translation>
    </message>
    <message>
        <source>A disability</source>
        <translation>إعاقة</translation>
    </message>
    <message>
        <source>An interpreter</source>
        <translation>مترجم</translation>
    </message>
    <message>
        <source>A wheelchair</source>
        <translation>كرسي متحرك</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>بلا صورة</translation>
    </message>
    <message>
        <source>Picture: pulse</source>
        <translation>صورة: نبض</translation>
    </message>
    <message>
        <source>Picture: baby</source>
        <translation>صورة: رضيع</translation>
    </message>
    <message>
        <source>Picture: plaster</source>
        <translation>صورة: ضمادة</translation>
    </message>
    <message>
        <source>Picture: brain</source>
        <translation>صورة: دماغ</translation>
    </message>
    <message>
        <source>Picture: question mark</source>
        <translation>صورة: علامة استفهام</translation>
    </message>
    <message>
        <source>Picture: eye</source>
        <translation>صورة: عين</translation>
    </message>
    <message>
        <source>Picture: paper</source>
        <translation>صورة: ورقة</translation>
    </message>
    <message>
        <source>Picture: flask</source>
        <translation>صورة: دورق</translation>
    </message>
    <message>
        <source>Picture: heart</source>
        <translation>صورة: قلب</translation>
    </message>
    <message>
        <source>Picture: pill</source>
        <translation>صورة: حبة دواء</translation>
    </message>
    <message>
        <source>Picture: stethoscope</source>
        <translation>صورة: سماعة طبيب</translation>
    </message>
    <message>
        <source>Picture: syringe</source>
        <translation>صورة: محقنة</translation>
    </message>
    <message>
        <source>Picture: thermometer</source>
        <translation>صورة: مقياس حرارة</translation>
    </message>
</context>
<context>
    <name>ConsentTexts</name>
    <message>
        <source>written</source>
        <translation>مكتوب</translation>
    </message>
    <message>
        <source>not written</source>
        <translation>غير مكتوب</translation>
    </message>
    <message>
        <source>What people are asked to agree to</source>
        <translation>ما يُطلب من الناس الموافقة عليه</translation>
    </message>
    <message>
        <source>Write it in the clinic&apos;s first language too: whoever speaks a language without a text reads that one.</source>
        <translation>اكتبه بلغة العيادة الأولى أيضًا: من لا نص بلغته يقرأ هذا النص.</translation>
    </message>
    <message>
        <source>Everybody is asked before they check in or book. Another word in any language, and all are asked anew.</source>
        <translation>يُسأل الجميع قبل تسجيل الوصول أو الحجز. إن تغيّرت كلمة بأي لغة يُسأل الجميع من جديد.</translation>
    </message>
    <message>
        <source>While no language has a text, nobody is asked.</source>
        <translation>ما دام لا نص بأي لغة فلا يُسأل أحد.</translation>
    </message>
</context>
<context>
    <name>Copies</name>
    <message>
        <source>Copies of the records</source>
        <translation>نسخ السجلات</translation>
    </message>
    <message>
        <source>A copy counts once it was opened, checked and counted. Without its passphrase nobody can read it, and nobody can bring the passphrase back.</source>
        <translation>لا تُعتمد النسخة إلا بعد فتحها وفحصها وعدّها. لا يقرؤها أحد دون عبارة مرورها، ولا يستعيد العبارةَ أحد.</translation>
    </message>
    <message>
        <source>Keep a copy</source>
        <translation>حفظ نسخة</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>إلى أين</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Passphrase: at least 12 characters</source>
        <translation>عبارة المرور: 12 حرفًا على الأقل</translation>
    </message>
    <message>
        <source>Write it down now, and keep it where the copy is not.</source>
        <translation>اكتبها الآن، واحفظها بعيدًا عن النسخة.</translation>
    </message>
    <message>
        <source>Make one up</source>
        <translation>ابتكر واحدة</translation>
    </message>
    <message>
        <source>Copying: %1 %</source>
        <translation>جارٍ النسخ: %1 %</translation>
    </message>
    <message>
        <source>Trying the copy: %1 %</source>
        <translation>جارٍ تجربة النسخة: %1 %</translation>
    </message>
    <message>
        <source>Kept and tried: %1 patients, %2 appointments, %3.</source>
        <translation>حُفظت وجُرّبت: %1 مريض، %2 موعد، %3.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was kept.</source>
        <translation>توقّف. لم يُحفظ شيء.</translation>
    </message>
    <message>
        <source>Put a copy back</source>
        <translation>استعادة نسخة</translation>
    </message>
    <message>
        <source>No copy lies in that place. Put a stick in, or choose another place on the left.</source>
        <translation>لا نسخة هناك. صِل ذاكرة USB، أو اختر مكانًا آخر من الجهة الأخرى.</translation>
    </message>
    <message>
        <source>Passphrase of this copy</source>
        <translation>عبارة مرور هذه النسخة</translation>
    </message>
    <message>
        <source>Reading the copy: %1 %</source>
        <translation>جارٍ قراءة النسخة: %1 %</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>توقّف. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>It lies ready. Start again, and this machine goes on with it; what stands here now is kept.</source>
        <translation>هي جاهزة. أعد التشغيل فيتابع هذا الجهاز بها؛ وما هو هنا الآن يُحفظ.</translation>
    </message>
    <message>
        <source>The copy is whole: %1, made %2, %3 patients, %4 appointments.</source>
        <translation>النسخة سليمة: %1، أُنشئت %2، %3 مريض، %4 موعد.</translation>
    </message>
    <message>
        <source>Try this copy</source>
        <translation>جرّب هذه النسخة</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>استعدها</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>أعد التشغيل الآن</translation>
    </message>
    <message>
        <source>Put this copy back?</source>
        <translation>استعادة هذه النسخة؟</translation>
    </message>
    <message>
        <source>This machine goes back to %1. What was done here since then and is not at the server yet stays in the old records, which are kept beside the new ones.</source>
        <translation>يعود هذا الجهاز إلى %1. وما جرى هنا بعدها ولم يصل إلى الخادم يبقى في السجلات القديمة، وهي تُحفظ بجانب الجديدة.</translation>
    </message>
    <message>
        <source>Yes, put it back</source>
        <translation>نعم، استعدها</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>ErrandBar</name>
    <message>
        <source>Stop it</source>
        <translation>إيقاف</translation>
    </message>
</context>
<context>
    <name>Look</name>
    <message>
        <source>How our screens look</source>
        <translation>مظهر شاشاتنا</translation>
    </message>
    <message>
        <source>Set here for this machine. Words must stand out at least 7 to 1, so that everybody can read them.</source>
        <translation>لهذا الجهاز. يجب أن تبرز الكلمات بنسبة 7 إلى 1 على الأقل ليقرأها الجميع.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Kept. This window shows it already; other screens of this machine do when they start again.</source>
        <translation>حُفظ. هذه النافذة تعرضه الآن؛ وبقية شاشات هذا الجهاز عند تشغيلها من جديد.</translation>
    </message>
    <message>
        <source>Our colour, as # and six signs</source>
        <translation>لوننا: # وستة رموز</translation>
    </message>
    <message>
        <source>Nothing: the program&apos;s own</source>
        <translation>فارغ: لون البرنامج</translation>
    </message>
    <message>
        <source>That is no colour. One is #084F56.</source>
        <translation>هذا ليس لونًا. مثال: #084F56.</translation>
    </message>
    <message>
        <source>Words stand out only %1 to 1 on it. Take a darker one.</source>
        <translation>لا تبرز الكلمات عليه إلا %1 إلى 1. اختر لونًا أغمق.</translation>
    </message>
    <message>
        <source>The program&apos;s own colour</source>
        <translation>لون البرنامج</translation>
    </message>
    <message>
        <source>Our picture: a PNG, JPEG or SVG file of this machine</source>
        <translation>صورتنا: ملف PNG أو JPEG أو SVG على هذا الجهاز</translation>
    </message>
    <message>
        <source>Nothing: our sign</source>
        <translation>فارغ: رمزنا</translation>
    </message>
    <message>
        <source>That is not a picture we can show.</source>
        <translation>لا يمكننا عرض هذه الصورة.</translation>
    </message>
    <message>
        <source>First language</source>
        <translation>اللغة الأولى</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>معاينة</translation>
    </message>
    <message>
        <source>Tell us you are here.</source>
        <translation>أخبرنا أنك هنا.</translation>
    </message>
    <message>
        <source>I have an appointment</source>
        <translation>لديّ موعد</translation>
    </message>
    <message>
        <source>Words stand out %1 to 1</source>
        <translation>تبرز الكلمات %1 إلى 1</translation>
    </message>
</context>
<context>
    <name>Machines</name>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>Running since</source>
        <translation>يعمل منذ</translation>
    </message>
    <message>
        <source>Records on this machine</source>
        <translation>السجلات على هذا الجهاز</translation>
    </message>
    <message>
        <source>Free on the disk</source>
        <translation>المتاح على القرص</translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation>الذاكرة المستخدمة</translation>
    </message>
    <message>
        <source>Clock, against the server&apos;s</source>
        <translation>الساعة مقارنة بالخادم</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>جاهزة</translation>
    </message>
    <message>
        <source>This machine does not print.</source>
        <translation>هذا الجهاز لا يطبع.</translation>
    </message>
    <message>
        <source>Paper is near its end.</source>
        <translation>الورق يوشك على النفاد.</translation>
    </message>
    <message>
        <source>No paper.</source>
        <translation>لا ورق.</translation>
    </message>
    <message>
        <source>The cover is open.</source>
        <translation>الغطاء مفتوح.</translation>
    </message>
    <message>
        <source>Switched off line at the printer.</source>
        <translation>أوقفت عن الاتصال من الطابعة نفسها.</translation>
    </message>
    <message>
        <source>Not reached: is it on, and plugged in?</source>
        <translation>لا تستجيب: هل هي مشغّلة وموصولة؟</translation>
    </message>
    <message>
        <source>It does not say how it is.</source>
        <translation>لا تخبر عن حالتها.</translation>
    </message>
    <message>
        <source>The test page is out.</source>
        <translation>خرجت صفحة التجربة.</translation>
    </message>
    <message>
        <source>The page was sent. The printer did not say whether it came out.</source>
        <translation>أُرسلت الصفحة. لم تقل الطابعة إن كانت قد خرجت.</translation>
    </message>
    <message>
        <source>No printer is set up on this machine.</source>
        <translation>لا طابعة معدّة على هذا الجهاز.</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>هذا الجهاز</translation>
    </message>
    <message>
        <source>This machine: %1</source>
        <translation>هذا الجهاز: %1</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>الطابعة</translation>
    </message>
    <message>
        <source>Printer: %1</source>
        <translation>الطابعة: %1</translation>
    </message>
    <message>
        <source>So since</source>
        <translation>على هذا منذ</translation>
    </message>
    <message>
        <source>The test page did not come out.</source>
        <translation>لم تخرج صفحة التجربة.</translation>
    </message>
    <message>
        <source>Printing …</source>
        <translation>جارٍ الطباعة …</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>اطبع صفحة تجربة</translation>
    </message>
    <message>
        <source>Machines of this place</source>
        <translation>أجهزة هذا الفرع</translation>
    </message>
    <message>
        <source>%1 · let in no more</source>
        <translation>%1 · مُنع دخوله</translation>
    </message>
    <message>
        <source>%1 · this one</source>
        <translation>%1 · هذا</translation>
    </message>
    <message>
        <source>%1 · last heard of %2</source>
        <translation>%1 · آخر خبر %2</translation>
    </message>
    <message>
        <source>%1 · since %2</source>
        <translation>%1 · منذ %2</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>الماسح</translation>
    </message>
    <message>
        <source>Press here, then scan any code: what it says should appear</source>
        <translation>اضغط هنا ثم امسح أي رمز: ينبغي أن يظهر محتواه</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>Number for the queue</source>
        <translation>رقم الدور</translation>
    </message>
    <message>
        <source>Number for help</source>
        <translation>رقم المساعدة</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>الموعد</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>الإيصال</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>صفحة الاختبار</translation>
    </message>
    <message>
        <source>Printed with the program&apos;s own template.</source>
        <translation>يُطبع بقالب البرنامج.</translation>
    </message>
    <message>
        <source>Printed with your own template.</source>
        <translation>يُطبع بقالبكم الخاص.</translation>
    </message>
    <message>
        <source>Your own template is not right: the program&apos;s own is printed.</source>
        <translation>قالبكم غير صحيح: يُطبع قالب البرنامج.</translation>
    </message>
    <message>
        <source>Block %1: %2</source>
        <translation>الكتلة %1: %2</translation>
    </message>
    <message>
        <source>Line %1 can&apos;t be read from character %2 on.</source>
        <translation>تعذّرت قراءة السطر %1 ابتداءً من الحرف %2.</translation>
    </message>
    <message>
        <source>The template ends in the middle of something.</source>
        <translation>ينتهي القالب قبل اكتماله.</translation>
    </message>
    <message>
        <source>A template is made of [[block]] and nothing else.</source>
        <translation>يتكوّن القالب من ⁦[[block]]⁩ فقط.</translation>
    </message>
    <message>
        <source>A paper has room for so many blocks: %1.</source>
        <translation>أقصى عدد للكتل في الورقة: %1.</translation>
    </message>
    <message>
        <source>The template is too long. It may have so many letters: %1.</source>
        <translation>القالب طويل جدًا. أقصى عدد للأحرف: %1.</translation>
    </message>
    <message>
        <source>This is no block. Begin it with [[block]].</source>
        <translation>هذه ليست كتلة. ابدأها بـ ⁦[[block]]⁩.</translation>
    </message>
    <message>
        <source>It must be exactly one of these: %1.</source>
        <translation>يجب أن تكون واحدة فقط من هذه: %1.</translation>
    </message>
    <message>
        <source>%1 means nothing where the block is %2.</source>
        <translation>لا معنى لـ %1 في كتلة %2.</translation>
    </message>
    <message>
        <source>Write true after %1, or leave it out.</source>
        <translation>اكتب true بعد %1 أو احذفه.</translation>
    </message>
    <message>
        <source>%1 must be a text in quotation marks, no longer than so many letters: %2.</source>
        <translation>يجب أن يكون %1 نصًا بين علامتي اقتباس. أقصى عدد للأحرف: %2.</translation>
    </message>
    <message>
        <source>In %1 a brace is opened or closed alone.</source>
        <translation>في %1 قوس معقوف مفتوح أو مغلق وحده.</translation>
    </message>
    <message>
        <source>%2 in %1 is not known. There are: %3.</source>
        <translation>%2 في %1 غير معروف. المتاح: %3.</translation>
    </message>
    <message>
        <source>%1 must be a whole number from %2 to %3.</source>
        <translation>يجب أن يكون %1 عددًا صحيحًا من %2 إلى %3.</translation>
    </message>
    <message>
        <source>%1 must be true or false.</source>
        <translation>يجب أن يكون %1 إما true أو false.</translation>
    </message>
    <message>
        <source>%1 must be one of these: %2.</source>
        <translation>يجب أن يكون %1 واحدًا من هذه: %2.</translation>
    </message>
    <message>
        <source>This template is not right.</source>
        <translation>هذا القالب غير صحيح.</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>What is on our papers</source>
        <translation>ما يُطبع على أوراقنا</translation>
    </message>
    <message>
        <source>Change the words or the order on the left; the paper is drawn on the right, with values that are made up.</source>
        <translation>غيّر الكلمات أو ترتيبها في النص؛ تُرسم الورقة بجانبه بقيم مختلقة.</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>أعد التشغيل الآن</translation>
    </message>
    <message>
        <source>Take the program&apos;s own</source>
        <translation>استخدام قالب البرنامج</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>احفظ</translation>
    </message>
    <message>
        <source>Kept. It is printed so when the program starts again.</source>
        <translation>حُفظ. سيُطبع هكذا عند إعادة تشغيل البرنامج.</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>القالب</translation>
    </message>
    <message>
        <source>The paper as it would be printed</source>
        <translation>الورقة كما ستُطبع</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>What becomes of each day</source>
        <translation>ما يصير إليه كل يوم</translation>
    </message>
    <message>
        <source>No doctor works at this place yet. Add one under Staff.</source>
        <translation>لا يعمل أي طبيب هنا بعد. أضف واحدًا من قسم الموظفين.</translation>
    </message>
    <message>
        <source>Say whose days and hours, then look at the plan. It shows each time and what becomes of each day before anything changes.</source>
        <translation>حدّد الطبيب والأيام والساعات ثم اعرض الخطة. تُظهر كل موعد وما يصير إليه كل يوم قبل أن يتغيّر أي شيء.</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation>الخطة</translation>
    </message>
    <message>
        <source>People</source>
        <translation>الأشخاص</translation>
    </message>
    <message>
        <source>One every</source>
        <translation>واحد كل</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 دقيقة</translation>
    </message>
    <message>
        <source>Mean visit</source>
        <translation>متوسط الزيارة</translation>
    </message>
    <message>
        <source>Don&apos;t come</source>
        <translation>لا يحضرون</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Times of a session</source>
        <translation>مواعيد الجلسة</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n people</source>
        <translation>
            <numerusform>%1، لا أحد</numerusform>
            <numerusform>%1، شخص واحد</numerusform>
            <numerusform>%1، شخصان</numerusform>
            <numerusform>%1، %n أشخاص</numerusform>
            <numerusform>%1، %n شخصًا</numerusform>
            <numerusform>%1، %n شخص</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days get them</source>
        <translation>
            <numerusform>لا يوم يأخذها</numerusform>
            <numerusform>يوم واحد يأخذها</numerusform>
            <numerusform>يومان يأخذانها</numerusform>
            <numerusform>%n أيام تأخذها</numerusform>
            <numerusform>%n يومًا تأخذها</numerusform>
            <numerusform>%n يوم تأخذها</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message numerus="yes">
        <source>%n days stay as they are</source>
        <translation>
            <numerusform>لا يوم يبقى كما هو</numerusform>
            <numerusform>يوم واحد يبقى كما هو</numerusform>
            <numerusform>يومان يبقيان كما هما</numerusform>
            <numerusform>%n أيام تبقى كما هي</numerusform>
            <numerusform>%n يومًا تبقى كما هي</numerusform>
            <numerusform>%n يوم تبقى كما هي</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of its hours give way</source>
        <translation>
            <numerusform>لا فترة تُستبدل</numerusform>
            <numerusform>فترة واحدة تُستبدل</numerusform>
            <numerusform>فترتان تُستبدلان</numerusform>
            <numerusform>%n فترات تُستبدل</numerusform>
            <numerusform>%n فترة تُستبدل</numerusform>
            <numerusform>%n فترة تُستبدل</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>The queue&apos;s order</source>
        <translation>ترتيب الطابور</translation>
    </message>
    <message>
        <source>How many minutes each level should wait at most. Level 1 never waits.</source>
        <translation>كم دقيقة ينبغي أن ينتظر كل مستوى على الأكثر. المستوى 1 لا ينتظر أبدًا.</translation>
    </message>
    <message>
        <source>Back to what is in force</source>
        <translation>العودة إلى المعمول به</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>احفظ</translation>
    </message>
    <message>
        <source>The policy of this place is of a newer version: until this machine is updated, the clinic by day orders the queue.</source>
        <translation>قاعدة هذا المكان من إصدار أحدث: إلى أن يُحدَّث هذا الجهاز، تُرتَّب الطوابير بقاعدة العيادة النهارية.</translation>
    </message>
    <message>
        <source>Kept. It orders the queue from now on.</source>
        <translation>حُفظ. يُرتَّب الطابور به من الآن.</translation>
    </message>
    <message>
        <source>Begin from published targets</source>
        <translation>ابدأ من أهداف منشورة</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 دقيقة</translation>
    </message>
    <message>
        <source>Reception may set the triage level too</source>
        <translation>يجوز للاستقبال أيضًا تحديد مستوى الفرز</translation>
    </message>
    <message>
        <source>The more of their target somebody has waited, and the more urgent they are, the sooner they are called. In force: version %1, which each explanation names.</source>
        <translation>كلما انتظر الشخص جزءًا أكبر من هدفه، وكلما زاد الاستعجال، نودي عليه أسرع. المعمول به: الإصدار %1، ويذكره كل تفسير.</translation>
    </message>
    <message>
        <source>Targets in minutes</source>
        <translation>الأهداف بالدقائق</translation>
    </message>
    <message>
        <source>%1 (special reason: %2)</source>
        <translation>%1 (سبب خاص: %2)</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>غير مستخدم</translation>
    </message>
</context>
<context>
    <name>PolicyWords</name>
    <message>
        <source>Clinic by day</source>
        <translation>عيادة نهارية</translation>
    </message>
    <message>
        <source>CTAS, Canada</source>
        <translation>CTAS، كندا</translation>
    </message>
    <message>
        <source>Manchester, MTS</source>
        <translation>مانشستر، MTS</translation>
    </message>
    <message>
        <source>ATS, Australia</source>
        <translation>ATS، أستراليا</translation>
    </message>
    <message>
        <source>Level 2, very urgent</source>
        <translation>المستوى 2، عاجل جدًا</translation>
    </message>
    <message>
        <source>Level 3, urgent</source>
        <translation>المستوى 3، عاجل</translation>
    </message>
    <message>
        <source>Level 4, less urgent</source>
        <translation>المستوى 4، أقل استعجالًا</translation>
    </message>
    <message>
        <source>Level 5, not urgent</source>
        <translation>المستوى 5، غير عاجل</translation>
    </message>
    <message>
        <source>Appointment, from its time</source>
        <translation>موعد، ابتداءً من وقته</translation>
    </message>
    <message>
        <source>A less urgent level must have the longer target.</source>
        <translation>يجب أن يكون هدف المستوى الأقل استعجالًا أطول.</translation>
    </message>
    <message>
        <source>Two levels are too close: with a special reason the less urgent one would pass the other.</source>
        <translation>مستويان متقاربان جدًا: بسبب خاص يتقدم الأقل استعجالًا على الآخر.</translation>
    </message>
    <message>
        <source>An appointment must have a longer target than the most urgent level.</source>
        <translation>يجب أن يكون هدف الموعد أطول من هدف أكثر المستويات استعجالًا.</translation>
    </message>
    <message>
        <source>With a special reason an appointment would pass the most urgent level. Give it a longer target.</source>
        <translation>بسبب خاص يتقدم الموعد على أكثر المستويات استعجالًا. أعطه هدفًا أطول.</translation>
    </message>
    <message>
        <source>Beyond its target the least urgent level would overtake the one above it.</source>
        <translation>بعد تجاوز هدفه يتقدم أقل المستويات استعجالًا على الذي فوقه.</translation>
    </message>
    <message>
        <source>At least one level needs a target.</source>
        <translation>يلزم هدف لمستوى واحد على الأقل.</translation>
    </message>
    <message>
        <source>A target is a number of minutes from 1 to 1440.</source>
        <translation>الهدف عدد من الدقائق بين 1 و1440.</translation>
    </message>
    <message>
        <source>That would order people wrongly.</source>
        <translation>سيؤدي ذلك إلى ترتيب خاطئ للناس.</translation>
    </message>
</context>
<context>
    <name>ReasonList</name>
    <message>
        <source>Without words yet</source>
        <translation>بلا كلمات بعد</translation>
    </message>
    <message>
        <source>%1, urgent</source>
        <translation>%1، عاجل</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>عاجل</translation>
    </message>
    <message>
        <source>These are the clinic&apos;s own.</source>
        <translation>هذه أسباب العيادة نفسها.</translation>
    </message>
    <message>
        <source>These are the program&apos;s own; as soon as one is changed, all are the clinic&apos;s.</source>
        <translation>هذه أسباب البرنامج؛ ما إن يُغيَّر أحدها حتى تصير كلها للعيادة.</translation>
    </message>
    <message>
        <source>Add a reason</source>
        <translation>إضافة سبب</translation>
    </message>
    <message>
        <source>Take the program&apos;s own reasons</source>
        <translation>استخدام أسباب البرنامج</translation>
    </message>
</context>
<context>
    <name>ReasonPanel</name>
    <message>
        <source>Choose a reason to change it.</source>
        <translation>اختر سببًا لتغييره.</translation>
    </message>
    <message>
        <source>What it is called</source>
        <translation>اسمه</translation>
    </message>
    <message>
        <source>Its picture</source>
        <translation>صورته</translation>
    </message>
    <message>
        <source>Staff see it as said to be urgent</source>
        <translation>يراه الموظفون مُبلَّغًا عنه كعاجل</translation>
    </message>
    <message>
        <source>Whoever chooses it is not asked for this need any more:</source>
        <translation>من يختاره لا يُسأل بعد ذلك عن هذه الحاجة:</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>أعلى</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>أسفل</translation>
    </message>
    <message>
        <source>Offer it no more</source>
        <translation>عدم عرضه بعد الآن</translation>
    </message>
</context>
<context>
    <name>ReportTable</name>
    <message>
        <source>More columns</source>
        <translation>أعمدة أخرى</translation>
    </message>
</context>
<context>
    <name>SettingWords</name>
    <message>
        <source>What this machine shows</source>
        <translation>ما يعرضه هذا الجهاز</translation>
    </message>
    <message>
        <source>Name of the clinic</source>
        <translation>اسم العيادة</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>المنطقة الزمنية</translation>
    </message>
    <message>
        <source>First language</source>
        <translation>اللغة الأولى</translation>
    </message>
    <message>
        <source>Languages offered</source>
        <translation>اللغات المتاحة</translation>
    </message>
    <message>
        <source>Opening hours, in words</source>
        <translation>ساعات العمل بالكلمات</translation>
    </message>
    <message>
        <source>Phone number for patients</source>
        <translation>هاتف المرضى</translation>
    </message>
    <message>
        <source>Reasons to come without appointment</source>
        <translation>أسباب الحضور بلا موعد</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>عنوان الخادم</translation>
    </message>
    <message>
        <source>Address of the hub in the lobby</source>
        <translation>عنوان موزّع الردهة</translation>
    </message>
    <message>
        <source>Look for a hub by itself</source>
        <translation>البحث عن موزّع تلقائيًا</translation>
    </message>
    <message>
        <source>Chime and speak</source>
        <translation>رنين ونطق</translation>
    </message>
    <message>
        <source>Languages in which calls are spoken</source>
        <translation>لغات النداء المنطوق</translation>
    </message>
    <message>
        <source>File of the records</source>
        <translation>ملف السجلات</translation>
    </message>
    <message>
        <source>Folder of the program&apos;s logs</source>
        <translation>مجلد سجلات البرنامج</translation>
    </message>
    <message>
        <source>Where keys are kept</source>
        <translation>مكان حفظ المفاتيح</translation>
    </message>
    <message>
        <source>How the printer is connected</source>
        <translation>طريقة توصيل الطابعة</translation>
    </message>
    <message>
        <source>Address of the printer</source>
        <translation>عنوان الطابعة</translation>
    </message>
    <message>
        <source>Network port of the printer</source>
        <translation>منفذ الطابعة على الشبكة</translation>
    </message>
    <message>
        <source>Device of the printer</source>
        <translation>ملف جهاز الطابعة</translation>
    </message>
    <message>
        <source>Speed of the serial port</source>
        <translation>سرعة المنفذ التسلسلي</translation>
    </message>
    <message>
        <source>Folder of own templates for paper</source>
        <translation>مجلد القوالب الخاصة</translation>
    </message>
    <message>
        <source>Picture on paper</source>
        <translation>الصورة على الورق</translation>
    </message>
    <message>
        <source>Width of the paper</source>
        <translation>عرض الورق</translation>
    </message>
    <message>
        <source>Fill the screen</source>
        <translation>ملء الشاشة</translation>
    </message>
    <message>
        <source>Width of the window</source>
        <translation>عرض النافذة</translation>
    </message>
    <message>
        <source>Height of the window</source>
        <translation>ارتفاع النافذة</translation>
    </message>
    <message>
        <source>Corner of the screen</source>
        <translation>زاوية الشاشة</translation>
    </message>
    <message>
        <source>A whole number from %1 to %2.</source>
        <translation>عدد صحيح من %1 إلى %2.</translation>
    </message>
    <message>
        <source>Language tags, with commas between them: en, es, ar. The first language is one of them.</source>
        <translation>رموز اللغات مفصولة بفواصل: en, es, ar. اللغة الأولى واحدة منها.</translation>
    </message>
    <message>
        <source>Several, with commas between them, or nothing.</source>
        <translation>عدة قيم مفصولة بفواصل، أو لا شيء.</translation>
    </message>
    <message>
        <source>The name of a time zone, such as Europe/Berlin.</source>
        <translation>اسم منطقة زمنية، مثل Europe/Berlin.</translation>
    </message>
    <message>
        <source>An address such as https://clinic.example, or nothing.</source>
        <translation>عنوان مثل https://clinic.example، أو لا شيء.</translation>
    </message>
    <message>
        <source>A file or folder of this machine, or nothing.</source>
        <translation>ملف أو مجلد على هذا الجهاز، أو لا شيء.</translation>
    </message>
    <message>
        <source>One line of text.</source>
        <translation>سطر واحد من النص.</translation>
    </message>
    <message>
        <source>said when the program was started</source>
        <translation>حُدّد عند تشغيل البرنامج</translation>
    </message>
    <message>
        <source>said by the system&apos;s environment</source>
        <translation>حدّدته بيئة النظام</translation>
    </message>
    <message>
        <source>from the settings file</source>
        <translation>من ملف الإعدادات</translation>
    </message>
    <message>
        <source>from the server</source>
        <translation>من الخادم</translation>
    </message>
    <message>
        <source>not set: this is the usual value</source>
        <translation>غير محدّد: هذه القيمة المعتادة</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>not set</source>
        <translation>غير محدّد</translation>
    </message>
    <message>
        <source>Settings of this machine</source>
        <translation>إعدادات هذا الجهاز</translation>
    </message>
    <message numerus="yes">
        <source>%n changes take effect when the program starts again.</source>
        <translation>
            <numerusform>لا تغييرات تنتظر التشغيل من جديد.</numerusform>
            <numerusform>تغيير واحد يسري عند تشغيل البرنامج من جديد.</numerusform>
            <numerusform>تغييران يسريان عند تشغيل البرنامج من جديد.</numerusform>
            <numerusform>%n تغييرات تسري عند تشغيل البرنامج من جديد.</numerusform>
            <numerusform>%n تغييرًا تسري عند تشغيل البرنامج من جديد.</numerusform>
            <numerusform>%n تغيير تسري عند تشغيل البرنامج من جديد.</numerusform>
        </translation>
    </message>
    <message>
        <source>Each change is checked before it is kept, and takes effect when the program starts again.</source>
        <translation>يُفحص كل تغيير قبل حفظه، ويسري عند تشغيل البرنامج من جديد.</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>أعد التشغيل الآن</translation>
    </message>
    <message>
        <source>%1 · from the next start</source>
        <translation>%1 · من التشغيل القادم</translation>
    </message>
    <message>
        <source>Choose a setting to change it.</source>
        <translation>اختر إعدادًا لتغييره.</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>القيمة الجديدة</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>Who works here</source>
        <translation>من يعمل هنا</translation>
    </message>
    <message>
        <source>People and what they may do are kept at the server, so changes need it.</source>
        <translation>الأشخاص وصلاحياتهم محفوظة لدى الخادم، فالتغيير يحتاج إليه.</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation>إضافة شخص</translation>
    </message>
    <message>
        <source>%1 · let in no more</source>
        <translation>%1 · مُنع دخوله</translation>
    </message>
    <message>
        <source>Choose somebody to change what is said of them.</source>
        <translation>اختر شخصًا لتغيير بياناته.</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>شخص جديد</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Works as</source>
        <translation>يعمل بصفة</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>الغرفة</translation>
    </message>
    <message>
        <source>Specialty</source>
        <translation>التخصص</translation>
    </message>
    <message>
        <source>E-mail, with which they sign in</source>
        <translation>البريد الذي يدخل به</translation>
    </message>
    <message>
        <source>Give them this code. It is shown only once, and with it they choose their password:</source>
        <translation>أعطه هذا الرمز. يظهر مرة واحدة فقط، وبه يختار كلمة مروره:</translation>
    </message>
    <message>
        <source>A PIN for them, of 6 digits or more</source>
        <translation>رقم سري لهذا الشخص، من 6 أرقام أو أكثر</translation>
    </message>
    <message>
        <source>Let them sign in with this PIN</source>
        <translation>السماح بالدخول بهذا الرقم السري</translation>
    </message>
    <message>
        <source>Let them choose a new password</source>
        <translation>دعه يختار كلمة مرور جديدة</translation>
    </message>
    <message>
        <source>Let them in no more</source>
        <translation>منع الدخول</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>حُفظ.</translation>
    </message>
    <message>
        <source>They sign in at every desk with this PIN now. Desks that are cut off learn it later.</source>
        <translation>يُدخَل الآن بهذا الرقم في كل المكاتب. المكاتب المنقطعة ستعرفه لاحقًا.</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation>جارٍ سؤال الخادم …</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Let %1 in no more?</source>
        <translation>منع %1 من الدخول؟</translation>
    </message>
    <message>
        <source>They are signed out everywhere within seconds. What they did stays theirs.</source>
        <translation>يُسجّل خروجه من كل مكان خلال ثوانٍ. وما فعله يبقى باسمه.</translation>
    </message>
    <message>
        <source>Yes, let them in no more</source>
        <translation>نعم، امنع الدخول</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>Fetching the clinic&apos;s records: %1 %</source>
        <translation>جارٍ جلب سجلات العيادة: %1 %</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached. The hub in the lobby keeps what is done here.</source>
        <translation>لا يمكن الوصول إلى الخادم. موزّع الردهة يحفظ ما يجري هنا.</translation>
    </message>
    <message>
        <source>Connected to the server.</source>
        <translation>متصل بالخادم.</translation>
    </message>
    <message>
        <source>Connected. The server has everything.</source>
        <translation>متصل. لدى الخادم كل شيء.</translation>
    </message>
    <message>
        <source>Sending and fetching …</source>
        <translation>جارٍ الإرسال والجلب …</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached. Everything goes on here, and is sent later.</source>
        <translation>لا يمكن الوصول إلى الخادم. كل شيء يستمر هنا ويُرسل لاحقًا.</translation>
    </message>
    <message>
        <source>The server answers with errors. It is tried again by itself.</source>
        <translation>يردّ الخادم بأخطاء. تُعاد المحاولة تلقائيًا.</translation>
    </message>
    <message>
        <source>Waiting alone will not mend this: please ask for help, and name the code.</source>
        <translation>الانتظار وحده لن يصلح هذا: اطلب المساعدة واذكر الرمز.</translation>
    </message>
    <message>
        <source>No server is named: this machine works alone.</source>
        <translation>لا خادم محدّد: يعمل هذا الجهاز وحده.</translation>
    </message>
    <message numerus="yes">
        <source>Done: %n pieces of work were settled.</source>
        <translation>
            <numerusform>تمّ: لم يكن هناك ما يُسوّى.</numerusform>
            <numerusform>تمّ: سُوّي عمل واحد.</numerusform>
            <numerusform>تمّ: سُوّي عملان.</numerusform>
            <numerusform>تمّ: سُوّيت %n أعمال.</numerusform>
            <numerusform>تمّ: سُوّي %n عملًا.</numerusform>
            <numerusform>تمّ: سُوّي %n عمل.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server did not answer. Nothing is lost: it is tried again by itself.</source>
        <translation>لم يجب الخادم. لم يضِع شيء: تُعاد المحاولة تلقائيًا.</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>كُتب: %1</translation>
    </message>
    <message>
        <source>Stopped. Nothing was kept.</source>
        <translation>توقّف. لم يُحفظ شيء.</translation>
    </message>
    <message>
        <source>Sync log</source>
        <translation>سجل المزامنة</translation>
    </message>
    <message>
        <source>%1 Code: %2</source>
        <translation>%1 الرمز: %2</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation>جارٍ سؤال الخادم …</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>زامن الآن</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>بانتظار الإرسال</translation>
    </message>
    <message>
        <source>Safe at the hub</source>
        <translation>محفوظ لدى الموزّع</translation>
    </message>
    <message>
        <source>Kept back</source>
        <translation>محتجز</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>للمراجعة</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>آخر رد</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>لا رد بعد</translation>
    </message>
    <message>
        <source>So since</source>
        <translation>على هذا منذ</translation>
    </message>
    <message numerus="yes">
        <source>Writing the file: %n entries so far</source>
        <translation>
            <numerusform>جارٍ كتابة الملف: لا قيود بعد</numerusform>
            <numerusform>جارٍ كتابة الملف: قيد واحد حتى الآن</numerusform>
            <numerusform>جارٍ كتابة الملف: قيدان حتى الآن</numerusform>
            <numerusform>جارٍ كتابة الملف: %n قيود حتى الآن</numerusform>
            <numerusform>جارٍ كتابة الملف: %n قيدًا حتى الآن</numerusform>
            <numerusform>جارٍ كتابة الملف: %n قيد حتى الآن</numerusform>
        </translation>
    </message>
    <message>
        <source>From day</source>
        <translation>من يوم</translation>
    </message>
    <message>
        <source>2026-03-09</source>
        <translation>2026-03-09</translation>
    </message>
    <message>
        <source>Not a day</source>
        <translation>ليس يومًا</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>إلى يوم</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>الجهاز</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>العمل</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>لا قيود</numerusform>
            <numerusform>قيد واحد</numerusform>
            <numerusform>قيدان</numerusform>
            <numerusform>%n قيود</numerusform>
            <numerusform>%n قيدًا</numerusform>
            <numerusform>%n قيد</numerusform>
        </translation>
    </message>
    <message>
        <source>More than %1 entries</source>
        <translation>أكثر من %1 قيد</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>عرض الكل</translation>
    </message>
    <message>
        <source>Nothing in the log is like that.</source>
        <translation>لا شيء كهذا في السجل.</translation>
    </message>
    <message>
        <source>Nothing was done here yet.</source>
        <translation>لم يجرِ شيء هنا بعد.</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>وقت الحدوث</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>وقت التسوية</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>مَن قام به</translation>
    </message>
    <message>
        <source>The patient</source>
        <translation>المريض</translation>
    </message>
    <message>
        <source>Nobody known, or the program itself</source>
        <translation>شخص غير معروف، أو البرنامج نفسه</translation>
    </message>
    <message>
        <source>About</source>
        <translation>بخصوص</translation>
    </message>
    <message>
        <source>Number in its log</source>
        <translation>رقمه في سجل جهازه</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>All that it changed</source>
        <translation>كل ما غيّره</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Export the sync log</source>
        <translation>تصدير سجل المزامنة</translation>
    </message>
    <message numerus="yes">
        <source>What the filter leaves: %n entries.</source>
        <translation>
            <numerusform>بعد التصفية: لا قيود.</numerusform>
            <numerusform>بعد التصفية: قيد واحد.</numerusform>
            <numerusform>بعد التصفية: قيدان.</numerusform>
            <numerusform>بعد التصفية: %n قيود.</numerusform>
            <numerusform>بعد التصفية: %n قيدًا.</numerusform>
            <numerusform>بعد التصفية: %n قيد.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All of it: %n entries.</source>
        <translation>
            <numerusform>الكل: لا قيود.</numerusform>
            <numerusform>الكل: قيد واحد.</numerusform>
            <numerusform>الكل: قيدان.</numerusform>
            <numerusform>الكل: %n قيود.</numerusform>
            <numerusform>الكل: %n قيدًا.</numerusform>
            <numerusform>الكل: %n قيد.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>إلى أين</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>جدول (CSV)</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>Paper (PDF)</source>
        <translation>ورق (PDF)</translation>
    </message>
</context>
<context>
    <name>TemplateWords</name>
    <message>
        <source>First day</source>
        <translation>أول يوم</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>آخر يوم</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>تبدأ في</translation>
    </message>
    <message>
        <source>Ends at</source>
        <translation>تنتهي في</translation>
    </message>
    <message>
        <source>Mean visit, min</source>
        <translation>متوسط الزيارة، دقيقة</translation>
    </message>
    <message>
        <source>Don&apos;t come, %</source>
        <translation>لا يحضرون، ٪</translation>
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
        <translation>من السابق</translation>
    </message>
    <message>
        <source>%1 proposed</source>
        <translation>%1 مقترح</translation>
    </message>
    <message>
        <source>A day is written 2026-03-09.</source>
        <translation>يُكتب اليوم هكذا: 2026-03-09.</translation>
    </message>
    <message>
        <source>That is before the first day.</source>
        <translation>هذا قبل أول يوم.</translation>
    </message>
    <message>
        <source>92 days at most.</source>
        <translation>92 يومًا على الأكثر.</translation>
    </message>
    <message>
        <source>A time is written 08:05, in steps of 5 minutes.</source>
        <translation>يُكتب الوقت هكذا: 08:05، كل 5 دقائق.</translation>
    </message>
    <message>
        <source>A session ends after it begins.</source>
        <translation>تنتهي الجلسة بعد بدايتها.</translation>
    </message>
    <message>
        <source>That is shorter than one visit.</source>
        <translation>هذا أقصر من زيارة واحدة.</translation>
    </message>
    <message>
        <source>3 to 120 minutes.</source>
        <translation>من 3 إلى 120 دقيقة.</translation>
    </message>
    <message>
        <source>0 to 60 per cent.</source>
        <translation>من 0 إلى 60 بالمئة.</translation>
    </message>
    <message>
        <source>A plan needs the server, which can&apos;t be reached now. Nothing was changed, and what you typed stays here.</source>
        <translation>تحتاج الخطة إلى الخادم، ولا يمكن الوصول إليه الآن. لم يتغيّر شيء، وما كتبته باقٍ هنا.</translation>
    </message>
    <message>
        <source>You signed in without the server. Lock the screen, sign in again while it is connected, and try once more: what you typed stays here.</source>
        <translation>سجّلت الدخول دون الخادم. اقفل الشاشة وسجّل الدخول مجددًا وهو متصل ثم أعد المحاولة: ما كتبته باقٍ هنا.</translation>
    </message>
    <message>
        <source>Something changed since you looked, so nothing was done. This is how it would be now.</source>
        <translation>تغيّر شيء منذ أن نظرت، فلم يُنفَّذ شيء. هكذا ستكون الخطة الآن.</translation>
    </message>
    <message>
        <source>No template can be made of this: a session is at least as long as its mean visit.</source>
        <translation>لا يمكن إنشاء قالب من هذا: مدة الجلسة لا تقل عن متوسط الزيارة.</translation>
    </message>
    <message>
        <source>That doctor works here no more. Choose another one.</source>
        <translation>لم يعد هذا الطبيب يعمل هنا. اختر غيره.</translation>
    </message>
    <message>
        <source>Has begun or passed</source>
        <translation>بدأ أو مضى</translation>
    </message>
    <message>
        <source>On leave: stays so</source>
        <translation>في إجازة: يبقى كذلك</translation>
    </message>
    <message>
        <source>Keeps its recurring hours</source>
        <translation>تبقى ساعاته المتكررة</translation>
    </message>
    <message>
        <source>Works at another place then</source>
        <translation>يعمل حينها في مكان آخر</translation>
    </message>
    <message>
        <source>Keeps the hours it has</source>
        <translation>تبقى ساعاته كما هي</translation>
    </message>
    <message>
        <source>Has these times already</source>
        <translation>لديه هذه المواعيد بالفعل</translation>
    </message>
    <message>
        <source>Gets these times</source>
        <translation>يأخذ هذه المواعيد</translation>
    </message>
    <message numerus="yes">
        <source>%n booked, who keep their time</source>
        <translation>
            <numerusform>لا محجوزين</numerusform>
            <numerusform>محجوز واحد يبقى على وقته</numerusform>
            <numerusform>محجوزان يبقيان على وقتهما</numerusform>
            <numerusform>%n محجوزين يبقون على وقتهم</numerusform>
            <numerusform>%n محجوزًا يبقون على وقتهم</numerusform>
            <numerusform>%n محجوز يبقون على وقتهم</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1، في %2</translation>
    </message>
    <message numerus="yes">
        <source>%n times beside the template</source>
        <translation>
            <numerusform>لا موعد خارج القالب</numerusform>
            <numerusform>موعد واحد خارج القالب</numerusform>
            <numerusform>موعدين خارج القالب</numerusform>
            <numerusform>%n مواعيد خارج القالب</numerusform>
            <numerusform>%n موعدًا خارج القالب</numerusform>
            <numerusform>%n موعد خارج القالب</numerusform>
        </translation>
    </message>
    <message>
        <source>Mean visit: from their own visits here, drawn to everybody&apos;s.</source>
        <translation>متوسط الزيارة: من زياراته هنا، مقرّبًا إلى متوسط الجميع.</translation>
    </message>
    <message>
        <source>Mean visit: from everybody&apos;s visits here, as they have none of their own yet.</source>
        <translation>متوسط الزيارة: من زيارات الجميع هنا، إذ لا زيارات له بعد.</translation>
    </message>
    <message>
        <source>Mean visit: the usual one, as there are too few past visits here.</source>
        <translation>متوسط الزيارة: المعتاد، لقلة الزيارات السابقة هنا.</translation>
    </message>
    <message>
        <source>Mean visit: as you typed it.</source>
        <translation>متوسط الزيارة: كما كتبته.</translation>
    </message>
    <message numerus="yes">
        <source>Don&apos;t come: from their own appointments here in the last %n days, drawn to everybody&apos;s.</source>
        <translation>
            <numerusform>لا يحضرون: من مواعيده هنا، مقرّبًا إلى الجميع.</numerusform>
            <numerusform>لا يحضرون: من مواعيده هنا في آخر يوم، مقرّبًا إلى الجميع.</numerusform>
            <numerusform>لا يحضرون: من مواعيده هنا في آخر يومين، مقرّبًا إلى الجميع.</numerusform>
            <numerusform>لا يحضرون: من مواعيده هنا في آخر %n أيام، مقرّبًا إلى الجميع.</numerusform>
            <numerusform>لا يحضرون: من مواعيده هنا في آخر %n يومًا، مقرّبًا إلى الجميع.</numerusform>
            <numerusform>لا يحضرون: من مواعيده هنا في آخر %n يوم، مقرّبًا إلى الجميع.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Don&apos;t come: from everybody&apos;s appointments here in the last %n days, as they have none of their own yet.</source>
        <translation>
            <numerusform>لا يحضرون: من مواعيد الجميع هنا، إذ لا مواعيد له بعد.</numerusform>
            <numerusform>لا يحضرون: من مواعيد الجميع هنا في آخر يوم، إذ لا مواعيد له بعد.</numerusform>
            <numerusform>لا يحضرون: من مواعيد الجميع هنا في آخر يومين، إذ لا مواعيد له بعد.</numerusform>
            <numerusform>لا يحضرون: من مواعيد الجميع هنا في آخر %n أيام، إذ لا مواعيد له بعد.</numerusform>
            <numerusform>لا يحضرون: من مواعيد الجميع هنا في آخر %n يومًا، إذ لا مواعيد له بعد.</numerusform>
            <numerusform>لا يحضرون: من مواعيد الجميع هنا في آخر %n يوم، إذ لا مواعيد له بعد.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Don&apos;t come: the usual share, as fewer than %1 appointments were kept or missed here in the last %n days.</source>
        <translation>
            <numerusform>لا يحضرون: النسبة المعتادة، لأن أقل من %1 موعدًا تمّ أو فات هنا.</numerusform>
            <numerusform>لا يحضرون: النسبة المعتادة، لأن أقل من %1 موعدًا تمّ أو فات هنا في آخر يوم.</numerusform>
            <numerusform>لا يحضرون: النسبة المعتادة، لأن أقل من %1 موعدًا تمّ أو فات هنا في آخر يومين.</numerusform>
            <numerusform>لا يحضرون: النسبة المعتادة، لأن أقل من %1 موعدًا تمّ أو فات هنا في آخر %n أيام.</numerusform>
            <numerusform>لا يحضرون: النسبة المعتادة، لأن أقل من %1 موعدًا تمّ أو فات هنا في آخر %n يومًا.</numerusform>
            <numerusform>لا يحضرون: النسبة المعتادة، لأن أقل من %1 موعدًا تمّ أو فات هنا في آخر %n يوم.</numerusform>
        </translation>
    </message>
    <message>
        <source>Don&apos;t come: as you typed it.</source>
        <translation>لا يحضرون: كما كتبته.</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Session templates</source>
        <translation>قوالب الجلسات</translation>
    </message>
    <message numerus="yes">
        <source>Done: %n days have these times now, and can be booked.</source>
        <translation>
            <numerusform>لم يتغيّر أي يوم.</numerusform>
            <numerusform>تمّ: ليوم واحد هذه المواعيد الآن ويمكن حجزها.</numerusform>
            <numerusform>تمّ: ليومين هذه المواعيد الآن ويمكن حجزها.</numerusform>
            <numerusform>تمّ: لعدد %n أيام هذه المواعيد الآن ويمكن حجزها.</numerusform>
            <numerusform>تمّ: لعدد %n يومًا هذه المواعيد الآن ويمكن حجزها.</numerusform>
            <numerusform>تمّ: لعدد %n يوم هذه المواعيد الآن ويمكن حجزها.</numerusform>
        </translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>الطبيب</translation>
    </message>
    <message>
        <source>Doctor at %1</source>
        <translation>الطبيب في %1</translation>
    </message>
    <message>
        <source>Nobody chosen yet</source>
        <translation>لم يُختَر أحد بعد</translation>
    </message>
    <message>
        <source>Choose a doctor first.</source>
        <translation>اختر طبيبًا أولًا.</translation>
    </message>
    <message>
        <source>On these days of the week</source>
        <translation>في أيام الأسبوع هذه</translation>
    </message>
    <message>
        <source>Hours within the session give way</source>
        <translation>الساعات داخل الجلسة تُستبدل</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation>جارٍ سؤال الخادم …</translation>
    </message>
    <message>
        <source>Two come at the start, then one after another. Where some stay away, more are booked.</source>
        <translation>يحضر اثنان في البداية ثم واحدًا تلو الآخر. وحيث يغيب بعضهم يُحجز لعدد أكبر.</translation>
    </message>
    <message>
        <source>Look at the plan</source>
        <translation>عرض الخطة</translation>
    </message>
    <message numerus="yes">
        <source>Apply it to %n days</source>
        <translation>
            <numerusform>لا يوم لتطبيقها</numerusform>
            <numerusform>تطبيقها على يوم واحد</numerusform>
            <numerusform>تطبيقها على يومين</numerusform>
            <numerusform>تطبيقها على %n أيام</numerusform>
            <numerusform>تطبيقها على %n يومًا</numerusform>
            <numerusform>تطبيقها على %n يوم</numerusform>
        </translation>
    </message>
</context>
</TS>
