<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_AE" sourcelanguage="en">
<context>
    <name>AlwaysThere</name>
    <message>
        <source>Easier to see and reach</source>
        <translation>رؤية ووصول أسهل</translation>
    </message>
    <message>
        <source>Call for help</source>
        <translation>طلب المساعدة</translation>
    </message>
    <message>
        <source>I&apos;d rather speak to someone</source>
        <translation>أفضّل التحدث مع شخص</translation>
    </message>
    <message>
        <source>Working offline – your place is safe</source>
        <translation>نعمل دون اتصال – مكانك محفوظ</translation>
    </message>
    <message>
        <source>Only you and our staff see this. The screen clears itself after a minute.</source>
        <translation>لا يرى هذا سواك وموظفونا. تُمسح الشاشة تلقائيًا بعد دقيقة.</translation>
    </message>
    <message>
        <source>This machine is being made ready: %1 %</source>
        <translation>يجري تجهيز هذا الجهاز: %1٪</translation>
    </message>
</context>
<context>
    <name>BirthDate</name>
    <message>
        <source>When were you born?</source>
        <translation>ما تاريخ ميلادك؟</translation>
    </message>
    <message>
        <source>First the day of the month.</source>
        <translation>أولًا اليوم من الشهر.</translation>
    </message>
    <message>
        <source>Now the month.</source>
        <translation>والآن الشهر.</translation>
    </message>
    <message>
        <source>Now the year, with four digits.</source>
        <translation>والآن السنة بأربعة أرقام.</translation>
    </message>
    <message>
        <source>We could not find an appointment with that. Please check it and try again.</source>
        <translation>لم نجد موعدًا بهذه البيانات. يُرجى التحقق منها والمحاولة مرة أخرى.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>الشهر</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>السنة</translation>
    </message>
</context>
<context>
    <name>BookingCode</name>
    <message>
        <source>What is your booking code?</source>
        <translation>ما رمز الحجز الخاص بك؟</translation>
    </message>
    <message>
        <source>It has 8 digits and is on your confirmation. You can also hold its square code in front of the scanner.</source>
        <translation>يتكون من 8 أرقام وتجده في رسالة التأكيد. يمكنك أيضًا وضع الرمز المربع أمام الماسح.</translation>
    </message>
    <message>
        <source>We could not find an appointment with that. Please check it and try again.</source>
        <translation>لم نجد موعدًا بهذه البيانات. يُرجى التحقق منها والمحاولة مرة أخرى.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Booking code</source>
        <translation>رمز الحجز</translation>
    </message>
    <message>
        <source>Use my phone number instead</source>
        <translation>استخدام رقم هاتفي بدلًا من ذلك</translation>
    </message>
</context>
<context>
    <name>Choose</name>
    <message>
        <source>Which appointment is it?</source>
        <translation>أيّ موعد هو؟</translation>
    </message>
    <message>
        <source>We found more than one.</source>
        <translation>وجدنا أكثر من موعد.</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Is this you?</source>
        <translation>هل هذا أنت؟</translation>
    </message>
    <message>
        <source>Not me</source>
        <translation>لست أنا</translation>
    </message>
    <message>
        <source>Yes, that&apos;s me</source>
        <translation>نعم، هذا أنا</translation>
    </message>
    <message>
        <source>Born %1</source>
        <translation>تاريخ الميلاد: %1</translation>
    </message>
    <message>
        <source>Still your phone number? You can change it at the desk.</source>
        <translation>هل ما زال هذا رقم هاتفك؟ يمكنك تغييره عند الاستقبال.</translation>
    </message>
</context>
<context>
    <name>Ease</name>
    <message>
        <source>Easier to see and reach</source>
        <translation>رؤية ووصول أسهل</translation>
    </message>
    <message>
        <source>Choose what helps you. It ends when you are done.</source>
        <translation>اختر ما يساعدك. ينتهي ذلك عندما تنتهي.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>نص أكبر</translation>
    </message>
    <message>
        <source>Stronger contrast</source>
        <translation>تباين أقوى</translation>
    </message>
    <message>
        <source>Lower on the screen</source>
        <translation>أسفل الشاشة</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>وقت أطول</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Printing your number…</source>
        <translation>جارٍ طباعة رقمك…</translation>
    </message>
    <message>
        <source>Please take your number.</source>
        <translation>يُرجى أخذ رقمك.</translation>
    </message>
    <message>
        <source>It could not be printed. Please remember your number.</source>
        <translation>تعذّرت الطباعة. يُرجى تذكّر رقمك.</translation>
    </message>
    <message>
        <source>Somebody is coming</source>
        <translation>هناك من سيأتي إليك</translation>
    </message>
    <message>
        <source>Let us help you</source>
        <translation>دعنا نساعدك</translation>
    </message>
    <message>
        <source>Shall we call somebody?</source>
        <translation>هل نستدعي أحدًا؟</translation>
    </message>
    <message>
        <source>Please stay nearby. We will call this number.</source>
        <translation>يُرجى البقاء قريبًا. سننادي هذا الرقم.</translation>
    </message>
    <message>
        <source>We could not find an appointment with that. One of us can look for you.</source>
        <translation>لم نجد موعدًا بهذه البيانات. يمكن لأحدنا أن يبحث لك.</translation>
    </message>
    <message>
        <source>One of us will come and help you.</source>
        <translation>سيأتي أحدنا لمساعدتك.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Yes, call somebody</source>
        <translation>نعم، استدعوا أحدًا</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>رقمك</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Good morning.</source>
        <translation>صباح الخير.</translation>
    </message>
    <message>
        <source>Good afternoon.</source>
        <translation>مساء الخير.</translation>
    </message>
    <message>
        <source>Good evening.</source>
        <translation>مساء الخير.</translation>
    </message>
    <message>
        <source>Tell us you are here.</source>
        <translation>أخبرنا أنك وصلت.</translation>
    </message>
    <message>
        <source>It takes about a minute. You get a number, and we call it.</source>
        <translation>يستغرق الأمر نحو دقيقة. تحصل على رقم ثم نناديه.</translation>
    </message>
    <message>
        <source>I have an appointment</source>
        <translation>لديّ موعد</translation>
    </message>
    <message>
        <source>Check in with a code or your details</source>
        <translation>برمز الحجز أو ببياناتك</translation>
    </message>
    <message>
        <source>I don&apos;t have one</source>
        <translation>ليس لديّ موعد</translation>
    </message>
    <message>
        <source>Our desk will find a place for you</source>
        <translation>سيجد لك الاستقبال مكانًا</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Check-in</source>
        <translation>تسجيل الوصول</translation>
    </message>
</context>
<context>
    <name>MoreTime</name>
    <message>
        <source>Do you need more time?</source>
        <translation>هل تحتاج إلى مزيد من الوقت؟</translation>
    </message>
    <message numerus="yes">
        <source>This screen clears itself in %n second(s).</source>
        <translation>
            <numerusform>تُمسح هذه الشاشة الآن.</numerusform>
            <numerusform>تُمسح هذه الشاشة بعد ثانية واحدة.</numerusform>
            <numerusform>تُمسح هذه الشاشة بعد ثانيتين.</numerusform>
            <numerusform>تُمسح هذه الشاشة بعد %n ثوانٍ.</numerusform>
            <numerusform>تُمسح هذه الشاشة بعد %n ثانية.</numerusform>
            <numerusform>تُمسح هذه الشاشة بعد %n ثانية.</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, more time</source>
        <translation>نعم، مزيدًا من الوقت</translation>
    </message>
    <message>
        <source>No, I am done</source>
        <translation>لا، لقد انتهيت</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>This does not work just now</source>
        <translation>هذا لا يعمل الآن</translation>
    </message>
    <message>
        <source>Please come to the desk</source>
        <translation>يُرجى التوجه إلى الاستقبال</translation>
    </message>
    <message>
        <source>You are early</source>
        <translation>لقد وصلت مبكرًا</translation>
    </message>
    <message>
        <source>Our desk will help you</source>
        <translation>سيساعدك موظفو الاستقبال</translation>
    </message>
    <message>
        <source>We have no more numbers today</source>
        <translation>لا توجد أرقام أخرى اليوم</translation>
    </message>
    <message>
        <source>Your appointment is at %1. Please come back and check in from:</source>
        <translation>موعدك في الساعة %1. يُرجى العودة وتسجيل الوصول ابتداءً من:</translation>
    </message>
    <message>
        <source>One of us will check you in there. You can also call somebody to you.</source>
        <translation>سيسجّل أحدنا وصولك هناك. يمكنك أيضًا استدعاء أحد إليك.</translation>
    </message>
    <message>
        <source>Please go to the desk, and we will find a place for you. You can also call somebody to you.</source>
        <translation>يُرجى التوجه إلى الاستقبال وسنجد لك مكانًا. يمكنك أيضًا استدعاء أحد إليك.</translation>
    </message>
    <message>
        <source>Please come back, or call us. We are sorry.</source>
        <translation>يُرجى العودة لاحقًا أو الاتصال بنا. نعتذر لك.</translation>
    </message>
    <message>
        <source>It is not your fault, and nothing is lost. One of us will check you in.</source>
        <translation>ليس الخطأ منك ولم يضِع شيء. سيسجّل أحدنا وصولك.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Call somebody</source>
        <translation>استدعاء أحد</translation>
    </message>
</context>
<context>
    <name>Phone</name>
    <message>
        <source>What is your phone number?</source>
        <translation>ما رقم هاتفك؟</translation>
    </message>
    <message>
        <source>The one you gave us when you made the appointment.</source>
        <translation>الرقم الذي أعطيته لنا عند حجز الموعد.</translation>
    </message>
    <message>
        <source>We could not find an appointment with that. Please check it and try again.</source>
        <translation>لم نجد موعدًا بهذه البيانات. يُرجى التحقق منها والمحاولة مرة أخرى.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>رقم الهاتف</translation>
    </message>
</context>
<context>
    <name>TakeWithYou</name>
    <message>
        <source>Printing your ticket…</source>
        <translation>جارٍ طباعة تذكرتك…</translation>
    </message>
    <message>
        <source>Please take your ticket.</source>
        <translation>يُرجى أخذ تذكرتك.</translation>
    </message>
    <message>
        <source>Your ticket could not be printed. Please photograph this screen.</source>
        <translation>تعذّرت طباعة تذكرتك. يُرجى تصوير هذه الشاشة.</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>خذه معك</translation>
    </message>
    <message>
        <source>Scan to see your place in the queue on your phone.</source>
        <translation>امسح الرمز لمتابعة دورك على هاتفك.</translation>
    </message>
    <message>
        <source>Print it again</source>
        <translation>إعادة الطباعة</translation>
    </message>
</context>
<context>
    <name>Ticket</name>
    <message>
        <source>Already checked in</source>
        <translation>تم تسجيل وصولك من قبل</translation>
    </message>
    <message>
        <source>You are checked in</source>
        <translation>تم تسجيل وصولك</translation>
    </message>
    <message>
        <source>You are a little late. We have told the desk.</source>
        <translation>لقد تأخرت قليلًا. أبلغنا الاستقبال.</translation>
    </message>
    <message>
        <source>Your appointment time is not confirmed yet. The desk will tell you.</source>
        <translation>لم يتأكد وقت موعدك بعد. سيخبرك الاستقبال.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>رقمك</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>توجّه إلى</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>دورك</translation>
    </message>
    <message>
        <source>About</source>
        <translation>نحو</translation>
    </message>
    <message>
        <source>You are next</source>
        <translation>أنت التالي</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>%1 إلى %2 دقيقة</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) before you</source>
        <translation>
            <numerusform>لا أحد قبلك</numerusform>
            <numerusform>شخص واحد قبلك</numerusform>
            <numerusform>شخصان قبلك</numerusform>
            <numerusform>%n أشخاص قبلك</numerusform>
            <numerusform>%n شخصًا قبلك</numerusform>
            <numerusform>%n شخص قبلك</numerusform>
        </translation>
    </message>
</context>
</TS>
