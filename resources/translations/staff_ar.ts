<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_AE" sourcelanguage="en">
<context>
    <name>Main</name>
    <message>
        <source>That could not be done. Nothing was changed.</source>
        <translation>تعذّر ذلك. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>حسنًا</translation>
    </message>
    <message>
        <source>Still there?</source>
        <translation>هل ما زلت هنا؟</translation>
    </message>
    <message numerus="yes">
        <source>You are signed out in %n seconds.</source>
        <translation>
            <numerusform>تنتهي جلستك الآن.</numerusform>
            <numerusform>تنتهي جلستك خلال ثانية واحدة.</numerusform>
            <numerusform>تنتهي جلستك خلال ثانيتين.</numerusform>
            <numerusform>تنتهي جلستك خلال %n ثوانٍ.</numerusform>
            <numerusform>تنتهي جلستك خلال %n ثانية.</numerusform>
            <numerusform>تنتهي جلستك خلال %n ثانية.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>البقاء في الجلسة</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Sections above</source>
        <translation>الأقسام أعلاه</translation>
    </message>
    <message>
        <source>Sections below</source>
        <translation>الأقسام أدناه</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>قفل</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>Queue</source>
        <translation>الطابور</translation>
    </message>
    <message>
        <source>My queue</source>
        <translation>طابوري</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>People</source>
        <translation>الأشخاص</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>للحسم</translation>
    </message>
    <message>
        <source>Sync log</source>
        <translation>سجل المزامنة</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>الأجهزة</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>الموظفون</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>العيادة</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>النسخ</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>الأوراق</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الترتيب</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>القوالب</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>التقارير</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Reception</source>
        <translation>الاستقبال</translation>
    </message>
    <message>
        <source>Nurse</source>
        <translation>تمريض</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>طبيب</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>إدارة</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>That PIN is not right. Please try again.</source>
        <translation>الرقم السري غير صحيح. حاول مرة أخرى.</translation>
    </message>
    <message numerus="yes">
        <source>Too many tries. Please wait %n seconds.</source>
        <translation>
            <numerusform>محاولات كثيرة. حاول الآن.</numerusform>
            <numerusform>محاولات كثيرة. انتظر ثانية واحدة.</numerusform>
            <numerusform>محاولات كثيرة. انتظر ثانيتين.</numerusform>
            <numerusform>محاولات كثيرة. انتظر %n ثوانٍ.</numerusform>
            <numerusform>محاولات كثيرة. انتظر %n ثانية.</numerusform>
            <numerusform>محاولات كثيرة. انتظر %n ثانية.</numerusform>
        </translation>
    </message>
    <message>
        <source>The first sign-in at this desk needs the server, which can&apos;t be reached now.</source>
        <translation>أول دخول على هذا المكتب يحتاج إلى الخادم، ولا يمكن الوصول إليه الآن.</translation>
    </message>
    <message>
        <source>Too many wrong tries. Once the server can be reached again, sign in here with the right PIN.</source>
        <translation>محاولات خاطئة كثيرة. عند عودة الاتصال بالخادم، ادخل هنا بالرقم السري الصحيح.</translation>
    </message>
    <message>
        <source>That could not be checked. Please try again.</source>
        <translation>تعذّر التحقق. حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>من أنت؟</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>اسمك</translation>
    </message>
    <message>
        <source>Type your name, or choose it below</source>
        <translation>اكتب اسمك أو اختره من الأسفل</translation>
    </message>
    <message>
        <source>Nobody can sign in at this desk yet. An administrator adds people who work here.</source>
        <translation>لا يستطيع أحد الدخول إلى هذا المكتب بعد. تضيف الإدارة من يعملون هنا.</translation>
    </message>
    <message>
        <source>Nobody of that name works here.</source>
        <translation>لا يعمل هنا أحد بهذا الاسم.</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>رقمك السري</translation>
    </message>
    <message numerus="yes">
        <source>%n digits typed</source>
        <translation>
            <numerusform>لم تُكتب أرقام</numerusform>
            <numerusform>كُتب رقم واحد</numerusform>
            <numerusform>كُتب رقمان</numerusform>
            <numerusform>كُتبت %n أرقام</numerusform>
            <numerusform>كُتب %n رقمًا</numerusform>
            <numerusform>كُتب %n رقم</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>جارٍ التحقق…</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Not me</source>
        <translation>لست أنا</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>دخول</translation>
    </message>
</context>
<context>
    <name>StaffField</name>
    <message>
        <source>No more fits in here</source>
        <translation>لا يتسع المكان هنا لأكثر من ذلك</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>لا شيء للإرسال</numerusform>
            <numerusform>تغيير واحد للإرسال</numerusform>
            <numerusform>تغييران للإرسال</numerusform>
            <numerusform>%n تغييرات للإرسال</numerusform>
            <numerusform>%n تغييرًا للإرسال</numerusform>
            <numerusform>%n تغيير للإرسال</numerusform>
        </translation>
    </message>
    <message>
        <source>This machine works by itself</source>
        <translation>هذا الجهاز يعمل بمفرده</translation>
    </message>
    <message>
        <source>Fetching the clinic&apos;s records: %1 %</source>
        <translation>جارٍ جلب سجلات العيادة: %1 %</translation>
    </message>
    <message>
        <source>Working offline · %1 · since %2</source>
        <translation>العمل دون اتصال · %1 · منذ %2</translation>
    </message>
    <message>
        <source>Working offline · since %1</source>
        <translation>العمل دون اتصال · منذ %1</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>متصل</translation>
    </message>
</context>
</TS>
