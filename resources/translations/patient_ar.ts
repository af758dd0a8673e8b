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
    <message>
        <source>This machine cannot read aloud in English</source>
        <translation>لا يستطيع هذا الجهاز القراءة بصوت عالٍ بالعربية</translation>
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
    <name>Changes</name>
    <message>
        <source>What has changed?</source>
        <translation>ما الذي تغيّر؟</translation>
    </message>
    <message>
        <source>My phone number</source>
        <translation>رقم هاتفي</translation>
    </message>
    <message>
        <source>You type it here</source>
        <translation>تكتبه هنا</translation>
    </message>
    <message>
        <source>Until now %1</source>
        <translation>حتى الآن %1</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>شيء آخر</translation>
    </message>
    <message>
        <source>We tell the desk. You get your number all the same.</source>
        <translation>نخبر الاستقبال، وتحصل على رقمك على كل حال.</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>Is this right?</source>
        <translation>هل هذا صحيح؟</translation>
    </message>
    <message>
        <source>Somebody else has just taken this time.</source>
        <translation>حجز شخص آخر هذا الوقت للتو.</translation>
    </message>
    <message>
        <source>Choose another time</source>
        <translation>اختيار وقت آخر</translation>
    </message>
    <message>
        <source>Yes, book it</source>
        <translation>نعم، احجز</translation>
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
        <source>The desk will ask you what has changed.</source>
        <translation>سيسألك الاستقبال عمّا تغيّر.</translation>
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
        <source>Your new phone number</source>
        <translation>رقم هاتفك الجديد</translation>
    </message>
    <message>
        <source>Still your phone number?</source>
        <translation>هل ما زال هذا رقم هاتفك؟</translation>
    </message>
    <message>
        <source>Something has changed</source>
        <translation>تغيّر شيء ما</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>Do you agree?</source>
        <translation>هل توافق؟</translation>
    </message>
    <message>
        <source>Whatever you answer, you get your number.</source>
        <translation>مهما كان جوابك، ستحصل على رقمك.</translation>
    </message>
    <message>
        <source>I agree</source>
        <translation>أوافق</translation>
    </message>
    <message>
        <source>The clinic&apos;s text</source>
        <translation>نص العيادة</translation>
    </message>
    <message>
        <source>I don&apos;t agree, or want to ask first</source>
        <translation>لا أوافق، أو أريد أن أسأل أولاً</translation>
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
    <message>
        <source>Read the screens aloud</source>
        <translation>قراءة الشاشات بصوت عالٍ</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>Would you like to say more?</source>
        <translation>هل تود إضافة شيء؟</translation>
    </message>
    <message>
        <source>What is your first name?</source>
        <translation>ما اسمك الأول؟</translation>
    </message>
    <message>
        <source>What is your name?</source>
        <translation>ما اسمك؟</translation>
    </message>
    <message>
        <source>You can leave it out.</source>
        <translation>يمكنك تخطي ذلك.</translation>
    </message>
    <message>
        <source>So that we can speak to you. You can leave it out.</source>
        <translation>لنتمكن من مخاطبتك. يمكنك تخطي ذلك.</translation>
    </message>
    <message>
        <source>First name and last name. One name is fine.</source>
        <translation>الاسم الأول واسم العائلة. اسم واحد يكفي.</translation>
    </message>
    <message>
        <source>This is as much as we can take.</source>
        <translation>لا يتسع المكان لأكثر من ذلك.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>تخطٍّ</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Your words</source>
        <translation>كلماتك</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Type the sound of a character, then choose it here.</source>
        <translation>اكتب لفظ الحرف الصيني ثم اختره هنا.</translation>
    </message>
    <message>
        <source>Other characters</source>
        <translation>أحرف أخرى</translation>
    </message>
    <message>
        <source>Keep the letters %1</source>
        <translation>إبقاء الأحرف %1</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>مسافة</translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation>حذف الحرف الأخير</translation>
    </message>
</context>
<context>
    <name>Feedback</name>
    <message>
        <source>Very bad</source>
        <translation>سيئة جدًا</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>سيئة</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>مقبولة</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>جيدة</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>جيدة جدًا</translation>
    </message>
    <message>
        <source>How was your visit?</source>
        <translation>كيف كانت زيارتك؟</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>شكرًا لك</translation>
    </message>
    <message>
        <source>We read everything that is written here.</source>
        <translation>نقرأ كل ما يُكتب هنا.</translation>
    </message>
    <message>
        <source>You have told us about this visit before.</source>
        <translation>سبق أن أخبرتنا عن هذه الزيارة.</translation>
    </message>
    <message>
        <source>Choose the face that fits.</source>
        <translation>اختر الوجه المناسب.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
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
        <source>Get a number and wait to be seen</source>
        <translation>خذ رقمًا وانتظر دورك</translation>
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
    <name>MyPlace</name>
    <message>
        <source>It is your turn</source>
        <translation>حان دورك</translation>
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
    <message>
        <source>You are next</source>
        <translation>أنت التالي</translation>
    </message>
    <message>
        <source>Please go in now.</source>
        <translation>يُرجى الدخول الآن.</translation>
    </message>
    <message>
        <source>We will call your number.</source>
        <translation>سننادي رقمك.</translation>
    </message>
    <message>
        <source>Please stay nearby.</source>
        <translation>يُرجى البقاء في الجوار.</translation>
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
        <source>Wait here</source>
        <translation>انتظر هنا</translation>
    </message>
    <message>
        <source>About</source>
        <translation>نحو</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>%1 إلى %2 دقيقة</translation>
    </message>
</context>
<context>
    <name>Needs</name>
    <message>
        <source>I am pregnant</source>
        <translation>أنا حامل</translation>
    </message>
    <message>
        <source>I have a baby with me</source>
        <translation>معي رضيع</translation>
    </message>
    <message>
        <source>I have a disability</source>
        <translation>لديّ إعاقة</translation>
    </message>
    <message>
        <source>I need an interpreter</source>
        <translation>أحتاج إلى مترجم</translation>
    </message>
    <message>
        <source>I use a wheelchair</source>
        <translation>أستخدم كرسيًا متحركًا</translation>
    </message>
    <message>
        <source>Is there anything we should know?</source>
        <translation>هل هناك ما يجب أن نعرفه؟</translation>
    </message>
    <message>
        <source>Choose all that fit, or none.</source>
        <translation>اختر كل ما ينطبق، أو لا شيء.</translation>
    </message>
    <message>
        <source>Get my number</source>
        <translation>احصل على رقمي</translation>
    </message>
</context>
<context>
    <name>NewPhone</name>
    <message>
        <source>What is your new phone number?</source>
        <translation>ما رقم هاتفك الجديد؟</translation>
    </message>
    <message>
        <source>We will reach you on it from now on.</source>
        <translation>سنتصل بك على هذا الرقم من الآن.</translation>
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
    <name>OtherWays</name>
    <message>
        <source>Book an appointment</source>
        <translation>حجز موعد</translation>
    </message>
    <message>
        <source>My place in the queue</source>
        <translation>مكاني في الطابور</translation>
    </message>
</context>
<context>
    <name>OwnBirthDate</name>
    <message>
        <source>There is no such day. Please check it.</source>
        <translation>لا يوجد يوم كهذا. يُرجى التحقق.</translation>
    </message>
</context>
<context>
    <name>OwnPhone</name>
    <message>
        <source>So that we can reach you. You can leave it out.</source>
        <translation>لنتمكن من الاتصال بك. يمكنك تخطي ذلك.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>تخطٍّ</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
</context>
<context>
    <name>Pay</name>
    <message>
        <source>Pay at the desk</source>
        <translation>الدفع في الاستقبال</translation>
    </message>
    <message>
        <source>You get your number now, and pay before you leave</source>
        <translation>تحصل على رقمك الآن وتدفع قبل مغادرتك</translation>
    </message>
    <message>
        <source>There is something to pay</source>
        <translation>هناك مبلغ مستحق</translation>
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
    <name>Pick</name>
    <message>
        <source>Whom would you like to see?</source>
        <translation>من تود أن ترى؟</translation>
    </message>
    <message>
        <source>At what time?</source>
        <translation>في أي ساعة؟</translation>
    </message>
    <message>
        <source>On which day?</source>
        <translation>في أي يوم؟</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>ما الموضوع؟</translation>
    </message>
    <message>
        <source>Times marked “to be confirmed” are not promised yet. The desk will tell you.</source>
        <translation>الأوقات «بانتظار التأكيد» غير مضمونة بعد. سيخبرك مكتب الاستقبال.</translation>
    </message>
    <message>
        <source>I know whom I want to see</source>
        <translation>أعرف من أريد أن أقابل</translation>
    </message>
    <message>
        <source>%1, to be confirmed</source>
        <translation>%1، بانتظار التأكيد</translation>
    </message>
    <message>
        <source>to be confirmed</source>
        <translation>بانتظار التأكيد</translation>
    </message>
</context>
<context>
    <name>PlaceBirthDate</name>
    <message>
        <source>We could not find your place with that. Please check it and try again.</source>
        <translation>لم نجد مكانك بهذه البيانات. يُرجى التحقق والمحاولة مرة أخرى.</translation>
    </message>
</context>
<context>
    <name>PlacePhone</name>
    <message>
        <source>Your phone number?</source>
        <translation>رقم هاتفك؟</translation>
    </message>
    <message>
        <source>Or hold the square code of your ticket in front of the scanner.</source>
        <translation>أو ضع الرمز المربع على تذكرتك أمام الماسح.</translation>
    </message>
    <message>
        <source>We could not find your place with that. Please check it and try again.</source>
        <translation>لم نجد مكانك بهذه البيانات. يُرجى التحقق والمحاولة مرة أخرى.</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>Why are you here today?</source>
        <translation>ما سبب زيارتك اليوم؟</translation>
    </message>
    <message>
        <source>Choose what comes closest.</source>
        <translation>اختر الأقرب.</translation>
    </message>
    <message>
        <source>More reasons</source>
        <translation>أسباب أخرى</translation>
    </message>
</context>
<context>
    <name>RedFlag</name>
    <message>
        <source>Do you have any of these now?</source>
        <translation>هل تعاني الآن من أي من هذه؟</translation>
    </message>
    <message>
        <source>Staff are coming to you now</source>
        <translation>الموظفون قادمون إليك الآن</translation>
    </message>
    <message>
        <source>Please call out to our staff now</source>
        <translation>نادِ موظفينا الآن من فضلك</translation>
    </message>
    <message>
        <source>Stay here. Sit down if you can.</source>
        <translation>ابقَ هنا. اجلس إن استطعت.</translation>
    </message>
    <message>
        <source>Go to the desk at once, or ask somebody beside you to go.</source>
        <translation>اذهب فورًا إلى مكتب الاستقبال، أو اطلب من شخص بجانبك أن يذهب.</translation>
    </message>
    <message>
        <source>No, none of these</source>
        <translation>لا، لا شيء منها</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Tell staff again</source>
        <translation>إبلاغ الموظفين مجددًا</translation>
    </message>
    <message>
        <source>Pain or pressure in the chest</source>
        <translation>ألم أو ضغط في الصدر</translation>
    </message>
    <message>
        <source>Trouble breathing</source>
        <translation>صعوبة في التنفس</translation>
    </message>
    <message>
        <source>Heavy bleeding</source>
        <translation>نزيف شديد</translation>
    </message>
    <message>
        <source>Yes – tell staff now</source>
        <translation>نعم – أبلغوا الموظفين الآن</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>رقمك</translation>
    </message>
</context>
<context>
    <name>Service</name>
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
        <source>Connected</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>Connected, last answer %1</source>
        <translation>متصل، آخر رد %1</translation>
    </message>
    <message>
        <source>Away: the hub of this place answers</source>
        <translation>لا يجيب: تجيب الوحدة المحلية لهذا الموقع</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>لا يمكن الوصول إليه</translation>
    </message>
    <message>
        <source>Not reached, last answer %1</source>
        <translation>لا يمكن الوصول إليه، آخر رد %1</translation>
    </message>
    <message>
        <source>This machine works alone.</source>
        <translation>يعمل هذا الجهاز بمفرده.</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>جارٍ الطباعة…</translation>
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
        <source>The test page did not come out.</source>
        <translation>لم تخرج صفحة التجربة.</translation>
    </message>
    <message>
        <source>Close the program?</source>
        <translation>إغلاق البرنامج؟</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الصيانة</translation>
    </message>
    <message>
        <source>Nobody can check in here until somebody starts it again.</source>
        <translation>لن يتمكن أحد من تسجيل الوصول هنا حتى يعاد تشغيله.</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>الإصدار %1</translation>
    </message>
    <message>
        <source>No, go on</source>
        <translation>لا، متابعة</translation>
    </message>
    <message>
        <source>Yes, close</source>
        <translation>نعم، إغلاق</translation>
    </message>
    <message>
        <source>Back to Home</source>
        <translation>العودة إلى البداية</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>الطابعة</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>الماسح</translation>
    </message>
    <message>
        <source>Hold a code before it to try it.</source>
        <translation>قرّب رمزًا منه لتجربته.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>الخادم</translation>
    </message>
    <message>
        <source>Waits to be sent</source>
        <translation>بانتظار الإرسال</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>لا تغييرات</numerusform>
            <numerusform>تغيير واحد</numerusform>
            <numerusform>تغييران</numerusform>
            <numerusform>%n تغييرات</numerusform>
            <numerusform>%n تغييرًا</numerusform>
            <numerusform>%n تغيير</numerusform>
        </translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>اطبع صفحة تجربة</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>إعادة التشغيل</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>إغلاق البرنامج</translation>
    </message>
</context>
<context>
    <name>ServicePin</name>
    <message>
        <source>For staff</source>
        <translation>للموظفين</translation>
    </message>
    <message>
        <source>Type an administrator&apos;s PIN.</source>
        <translation>أدخل رمز PIN لأحد المسؤولين.</translation>
    </message>
    <message numerus="yes">
        <source>That PIN does not open this machine. The next try counts in %n second(s).</source>
        <translation>
            <numerusform>هذا الرمز لا يفتح هذا الجهاز. يمكن المحاولة الآن.</numerusform>
            <numerusform>هذا الرمز لا يفتح هذا الجهاز. المحاولة التالية بعد ثانية واحدة.</numerusform>
            <numerusform>هذا الرمز لا يفتح هذا الجهاز. المحاولة التالية بعد ثانيتين.</numerusform>
            <numerusform>هذا الرمز لا يفتح هذا الجهاز. المحاولة التالية بعد %n ثوانٍ.</numerusform>
            <numerusform>هذا الرمز لا يفتح هذا الجهاز. المحاولة التالية بعد %n ثانية.</numerusform>
            <numerusform>هذا الرمز لا يفتح هذا الجهاز. المحاولة التالية بعد %n ثانية.</numerusform>
        </translation>
    </message>
    <message>
        <source>That PIN does not open this machine.</source>
        <translation>هذا الرمز لا يفتح هذا الجهاز.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) typed</source>
        <translation>
            <numerusform>لم يُدخل أي رقم</numerusform>
            <numerusform>أُدخل رقم واحد</numerusform>
            <numerusform>أُدخل رقمان</numerusform>
            <numerusform>أُدخلت %n أرقام</numerusform>
            <numerusform>أُدخل %n رقمًا</numerusform>
            <numerusform>أُدخل %n رقم</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>جارٍ التحقق…</translation>
    </message>
</context>
<context>
    <name>Slip</name>
    <message>
        <source>Printing your slip…</source>
        <translation>تجري طباعة ورقتك…</translation>
    </message>
    <message>
        <source>Please take your slip.</source>
        <translation>يُرجى أخذ ورقتك.</translation>
    </message>
    <message>
        <source>Your slip could not be printed. Please photograph this screen.</source>
        <translation>تعذرت الطباعة. يُرجى تصوير هذه الشاشة.</translation>
    </message>
    <message>
        <source>You have asked for this time</source>
        <translation>لقد طلبت هذا الوقت</translation>
    </message>
    <message>
        <source>It is booked</source>
        <translation>تم الحجز</translation>
    </message>
    <message>
        <source>Check in with this code when you come.</source>
        <translation>استخدم هذا الرمز عند حضورك.</translation>
    </message>
    <message>
        <source>It is not confirmed yet. The desk will tell you.</source>
        <translation>لم يتأكد بعد. سيخبرك مكتب الاستقبال.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Your booking code</source>
        <translation>رمز حجزك</translation>
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
