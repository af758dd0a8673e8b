<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_AE" sourcelanguage="en">
<context>
    <name>Calls</name>
    <message numerus="yes">
        <source>Updated %n s ago</source>
        <translation>
            <numerusform>آخر تحديث قبل %n ث</numerusform>
            <numerusform>آخر تحديث قبل %n ث</numerusform>
            <numerusform>آخر تحديث قبل %n ث</numerusform>
            <numerusform>آخر تحديث قبل %n ث</numerusform>
            <numerusform>آخر تحديث قبل %n ث</numerusform>
            <numerusform>آخر تحديث قبل %n ث</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has been called yet today</source>
        <translation>لم يُنادَ على أحد اليوم بعد</translation>
    </message>
    <message>
        <source>Now calling</source>
        <translation>النداء الآن</translation>
    </message>
    <message>
        <source>Last called</source>
        <translation>آخر نداء</translation>
    </message>
    <message>
        <source>Please see the desk</source>
        <translation>يرجى مراجعة الاستقبال</translation>
    </message>
    <message>
        <source>See the desk</source>
        <translation>راجع الاستقبال</translation>
    </message>
</context>
<context>
    <name>Line</name>
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
            <numerusform>%n ينتظرون</numerusform>
            <numerusform>%n ينتظرون</numerusform>
            <numerusform>%n ينتظرون</numerusform>
        </translation>
    </message>
    <message>
        <source>With the doctor: %1</source>
        <translation>عند الطبيب: %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>up to %1 min</source>
        <translation>حتى %1 د</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>من %1 إلى %2 د</translation>
    </message>
    <message>
        <source>wait, about</source>
        <translation>الانتظار تقريبًا</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>Waiting now</source>
        <translation>المنتظرون الآن</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>The clinic&apos;s records are on their way</source>
        <translation>سجلات العيادة في الطريق</translation>
    </message>
    <message>
        <source>No doctor is in yet</source>
        <translation>لم يحضر أي طبيب بعد</translation>
    </message>
    <message>
        <source>Working offline. Emergencies may go first.</source>
        <translation>العمل دون اتصال. قد تُقدَّم الحالات الطارئة.</translation>
    </message>
    <message>
        <source>Emergencies may go first.</source>
        <translation>قد تُقدَّم الحالات الطارئة.</translation>
    </message>
</context>
<context>
    <name>Stale</name>
    <message>
        <source>This board is not up to date</source>
        <translation>هذه الشاشة غير محدثة</translation>
    </message>
    <message>
        <source>Please listen for your number, or ask at the desk.</source>
        <translation>يرجى الإصغاء إلى رقمك أو السؤال عند الاستقبال.</translation>
    </message>
</context>
</TS>
