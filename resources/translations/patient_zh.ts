<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AlwaysThere</name>
    <message>
        <source>Easier to see and reach</source>
        <translation>看得更清、够得更到</translation>
    </message>
    <message>
        <source>Call for help</source>
        <translation>呼叫帮助</translation>
    </message>
    <message>
        <source>I&apos;d rather speak to someone</source>
        <translation>我想和工作人员说</translation>
    </message>
    <message>
        <source>Working offline – your place is safe</source>
        <translation>离线运行中，您的排号不受影响</translation>
    </message>
    <message>
        <source>Only you and our staff see this. The screen clears itself after a minute.</source>
        <translation>只有您和工作人员能看到。屏幕一分钟后自动清空。</translation>
    </message>
    <message>
        <source>This machine is being made ready: %1 %</source>
        <translation>本机正在准备：%1%</translation>
    </message>
    <message>
        <source>This machine cannot read aloud in English</source>
        <translation>本机无法用中文朗读</translation>
    </message>
</context>
<context>
    <name>BirthDate</name>
    <message>
        <source>When were you born?</source>
        <translation>您的出生日期？</translation>
    </message>
    <message>
        <source>First the day of the month.</source>
        <translation>先输入日。</translation>
    </message>
    <message>
        <source>Now the month.</source>
        <translation>再选月份。</translation>
    </message>
    <message>
        <source>Now the year, with four digits.</source>
        <translation>最后输入四位数的年份。</translation>
    </message>
    <message>
        <source>We could not find an appointment with that. Please check it and try again.</source>
        <translation>没有找到对应的预约。请核对后再试一次。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
</context>
<context>
    <name>BookingCode</name>
    <message>
        <source>What is your booking code?</source>
        <translation>您的预约码是多少？</translation>
    </message>
    <message>
        <source>It has 8 digits and is on your confirmation. You can also hold its square code in front of the scanner.</source>
        <translation>共 8 位数字，在您的预约确认上。也可以把二维码放到扫描器前。</translation>
    </message>
    <message>
        <source>We could not find an appointment with that. Please check it and try again.</source>
        <translation>没有找到对应的预约。请核对后再试一次。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Booking code</source>
        <translation>预约码</translation>
    </message>
    <message>
        <source>Use my phone number instead</source>
        <translation>改用手机号码</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>What has changed?</source>
        <translation>什么有变化？</translation>
    </message>
    <message>
        <source>My phone number</source>
        <translation>我的电话号码</translation>
    </message>
    <message>
        <source>You type it here</source>
        <translation>在这里输入</translation>
    </message>
    <message>
        <source>Until now %1</source>
        <translation>原号码 %1</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>We tell the desk. You get your number all the same.</source>
        <translation>我们会告诉前台。您照样会拿到号码。</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>Is this right?</source>
        <translation>这样对吗？</translation>
    </message>
    <message>
        <source>Somebody else has just taken this time.</source>
        <translation>这个时间刚刚被别人预约了。</translation>
    </message>
    <message>
        <source>Choose another time</source>
        <translation>选择其他时间</translation>
    </message>
    <message>
        <source>Yes, book it</source>
        <translation>是，预约</translation>
    </message>
</context>
<context>
    <name>Choose</name>
    <message>
        <source>Which appointment is it?</source>
        <translation>是哪一个预约？</translation>
    </message>
    <message>
        <source>We found more than one.</source>
        <translation>我们找到了多个预约。</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Is this you?</source>
        <translation>这是您吗？</translation>
    </message>
    <message>
        <source>The desk will ask you what has changed.</source>
        <translation>前台会问您有什么变化。</translation>
    </message>
    <message>
        <source>Not me</source>
        <translation>不是我</translation>
    </message>
    <message>
        <source>Yes, that&apos;s me</source>
        <translation>是的，是我</translation>
    </message>
    <message>
        <source>Born %1</source>
        <translation>出生日期：%1</translation>
    </message>
    <message>
        <source>Your new phone number</source>
        <translation>您的新电话号码</translation>
    </message>
    <message>
        <source>Still your phone number?</source>
        <translation>这还是您的电话号码吗？</translation>
    </message>
    <message>
        <source>Something has changed</source>
        <translation>信息有变化</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>Do you agree?</source>
        <translation>您同意吗？</translation>
    </message>
    <message>
        <source>Whatever you answer, you get your number.</source>
        <translation>无论您怎么回答，都会拿到号码。</translation>
    </message>
    <message>
        <source>I agree</source>
        <translation>我同意</translation>
    </message>
    <message>
        <source>The clinic&apos;s text</source>
        <translation>诊所的说明</translation>
    </message>
    <message>
        <source>I don&apos;t agree, or want to ask first</source>
        <translation>我不同意，或想先问一问</translation>
    </message>
</context>
<context>
    <name>Ease</name>
    <message>
        <source>Easier to see and reach</source>
        <translation>看得更清、够得更到</translation>
    </message>
    <message>
        <source>Choose what helps you. It ends when you are done.</source>
        <translation>请选择对您有帮助的选项。您用完后会自动恢复。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>更大的文字</translation>
    </message>
    <message>
        <source>Stronger contrast</source>
        <translation>更强的对比</translation>
    </message>
    <message>
        <source>Lower on the screen</source>
        <translation>移到屏幕下方</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>更多时间</translation>
    </message>
    <message>
        <source>Read the screens aloud</source>
        <translation>朗读屏幕内容</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>Would you like to say more?</source>
        <translation>您还想说点什么吗？</translation>
    </message>
    <message>
        <source>What is your first name?</source>
        <translation>您叫什么名字？</translation>
    </message>
    <message>
        <source>What is your name?</source>
        <translation>您的姓名是？</translation>
    </message>
    <message>
        <source>You can leave it out.</source>
        <translation>可以不填。</translation>
    </message>
    <message>
        <source>So that we can speak to you. You can leave it out.</source>
        <translation>方便我们称呼您。可以不填。</translation>
    </message>
    <message>
        <source>First name and last name. One name is fine.</source>
        <translation>名和姓。只有一个名字也可以。</translation>
    </message>
    <message>
        <source>This is as much as we can take.</source>
        <translation>已达到字数上限。</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Your words</source>
        <translation>您的留言</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Type the sound of a character, then choose it here.</source>
        <translation>输入拼音，再在这里选字。</translation>
    </message>
    <message>
        <source>Other characters</source>
        <translation>更多字</translation>
    </message>
    <message>
        <source>Keep the letters %1</source>
        <translation>保留字母 %1</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation>删除最后一个字</translation>
    </message>
</context>
<context>
    <name>Feedback</name>
    <message>
        <source>Very bad</source>
        <translation>很差</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>较差</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>好</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>很好</translation>
    </message>
    <message>
        <source>How was your visit?</source>
        <translation>您对这次就诊满意吗？</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>谢谢您</translation>
    </message>
    <message>
        <source>We read everything that is written here.</source>
        <translation>这里写的内容我们都会阅读。</translation>
    </message>
    <message>
        <source>You have told us about this visit before.</source>
        <translation>您已经评价过这次就诊。</translation>
    </message>
    <message>
        <source>Choose the face that fits.</source>
        <translation>请选择合适的表情。</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Printing your number…</source>
        <translation>正在打印您的号码…</translation>
    </message>
    <message>
        <source>Please take your number.</source>
        <translation>请取走您的号码。</translation>
    </message>
    <message>
        <source>It could not be printed. Please remember your number.</source>
        <translation>未能打印。请记住您的号码。</translation>
    </message>
    <message>
        <source>Somebody is coming</source>
        <translation>工作人员马上就来</translation>
    </message>
    <message>
        <source>Let us help you</source>
        <translation>让我们来帮您</translation>
    </message>
    <message>
        <source>Shall we call somebody?</source>
        <translation>要叫工作人员吗？</translation>
    </message>
    <message>
        <source>Please stay nearby. We will call this number.</source>
        <translation>请在附近等候。我们会叫这个号码。</translation>
    </message>
    <message>
        <source>We could not find an appointment with that. One of us can look for you.</source>
        <translation>没有找到对应的预约。工作人员可以帮您查找。</translation>
    </message>
    <message>
        <source>One of us will come and help you.</source>
        <translation>工作人员会过来帮您。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Yes, call somebody</source>
        <translation>是的，请叫人</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>您的号码</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Good morning.</source>
        <translation>早上好。</translation>
    </message>
    <message>
        <source>Good afternoon.</source>
        <translation>下午好。</translation>
    </message>
    <message>
        <source>Good evening.</source>
        <translation>晚上好。</translation>
    </message>
    <message>
        <source>Tell us you are here.</source>
        <translation>请告诉我们您到了。</translation>
    </message>
    <message>
        <source>It takes about a minute. You get a number, and we call it.</source>
        <translation>大约需要一分钟。您会拿到一个号码，我们会叫号。</translation>
    </message>
    <message>
        <source>I have an appointment</source>
        <translation>我有预约</translation>
    </message>
    <message>
        <source>Check in with a code or your details</source>
        <translation>用预约码或个人信息签到</translation>
    </message>
    <message>
        <source>I don&apos;t have one</source>
        <translation>我没有预约</translation>
    </message>
    <message>
        <source>Get a number and wait to be seen</source>
        <translation>取号等候就诊</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Check-in</source>
        <translation>签到</translation>
    </message>
</context>
<context>
    <name>MoreTime</name>
    <message>
        <source>Do you need more time?</source>
        <translation>您需要更多时间吗？</translation>
    </message>
    <message numerus="yes">
        <source>This screen clears itself in %n second(s).</source>
        <translation>
            <numerusform>此屏幕将在 %n 秒后清空。</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes, more time</source>
        <translation>是的，再给我一些时间</translation>
    </message>
    <message>
        <source>No, I am done</source>
        <translation>不用，我已完成</translation>
    </message>
</context>
<context>
    <name>MyPlace</name>
    <message>
        <source>It is your turn</source>
        <translation>轮到您了</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) before you</source>
        <translation>
            <numerusform>您前面有 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>You are next</source>
        <translation>下一位是您</translation>
    </message>
    <message>
        <source>Please go in now.</source>
        <translation>请现在进去。</translation>
    </message>
    <message>
        <source>We will call your number.</source>
        <translation>我们会叫您的号码。</translation>
    </message>
    <message>
        <source>Please stay nearby.</source>
        <translation>请不要走远。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>您的号码</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>请前往</translation>
    </message>
    <message>
        <source>Wait here</source>
        <translation>在此等候</translation>
    </message>
    <message>
        <source>About</source>
        <translation>大约</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>%1–%2 分钟</translation>
    </message>
</context>
<context>
    <name>Needs</name>
    <message>
        <source>I am pregnant</source>
        <translation>我怀孕了</translation>
    </message>
    <message>
        <source>I have a baby with me</source>
        <translation>我带着婴儿</translation>
    </message>
    <message>
        <source>I have a disability</source>
        <translation>我有残疾</translation>
    </message>
    <message>
        <source>I need an interpreter</source>
        <translation>我需要翻译</translation>
    </message>
    <message>
        <source>I use a wheelchair</source>
        <translation>我使用轮椅</translation>
    </message>
    <message>
        <source>Is there anything we should know?</source>
        <translation>有什么需要我们知道的吗？</translation>
    </message>
    <message>
        <source>Choose all that fit, or none.</source>
        <translation>可多选，也可不选。</translation>
    </message>
    <message>
        <source>Get my number</source>
        <translation>领取号码</translation>
    </message>
</context>
<context>
    <name>NewPhone</name>
    <message>
        <source>What is your new phone number?</source>
        <translation>您的新电话号码是多少？</translation>
    </message>
    <message>
        <source>We will reach you on it from now on.</source>
        <translation>今后我们会用这个号码联系您。</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>This does not work just now</source>
        <translation>现在无法使用</translation>
    </message>
    <message>
        <source>Please come to the desk</source>
        <translation>请到前台</translation>
    </message>
    <message>
        <source>You are early</source>
        <translation>您来早了</translation>
    </message>
    <message>
        <source>Our desk will help you</source>
        <translation>前台会帮助您</translation>
    </message>
    <message>
        <source>We have no more numbers today</source>
        <translation>今天的号码已发完</translation>
    </message>
    <message>
        <source>Your appointment is at %1. Please come back and check in from:</source>
        <translation>您的预约时间是 %1。请在以下时间之后再来签到：</translation>
    </message>
    <message>
        <source>One of us will check you in there. You can also call somebody to you.</source>
        <translation>工作人员会在前台为您签到。您也可以叫人过来。</translation>
    </message>
    <message>
        <source>Please go to the desk, and we will find a place for you. You can also call somebody to you.</source>
        <translation>请到前台，我们会为您安排。您也可以叫人过来。</translation>
    </message>
    <message>
        <source>Please come back, or call us. We are sorry.</source>
        <translation>请改天再来或致电我们。非常抱歉。</translation>
    </message>
    <message>
        <source>It is not your fault, and nothing is lost. One of us will check you in.</source>
        <translation>这不是您的问题，信息也没有丢失。工作人员会为您签到。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Call somebody</source>
        <translation>叫工作人员</translation>
    </message>
</context>
<context>
    <name>OtherWays</name>
    <message>
        <source>Book an appointment</source>
        <translation>预约就诊</translation>
    </message>
    <message>
        <source>My place in the queue</source>
        <translation>我的排队情况</translation>
    </message>
</context>
<context>
    <name>OwnBirthDate</name>
    <message>
        <source>There is no such day. Please check it.</source>
        <translation>没有这个日期，请检查。</translation>
    </message>
</context>
<context>
    <name>OwnPhone</name>
    <message>
        <source>So that we can reach you. You can leave it out.</source>
        <translation>方便我们联系您。可以不填。</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>Pay</name>
    <message>
        <source>Pay at the desk</source>
        <translation>到前台付款</translation>
    </message>
    <message>
        <source>You get your number now, and pay before you leave</source>
        <translation>现在取号，离开前付款</translation>
    </message>
    <message>
        <source>There is something to pay</source>
        <translation>有一笔待付费用</translation>
    </message>
</context>
<context>
    <name>Phone</name>
    <message>
        <source>What is your phone number?</source>
        <translation>您的电话号码是多少？</translation>
    </message>
    <message>
        <source>The one you gave us when you made the appointment.</source>
        <translation>您预约时留下的号码。</translation>
    </message>
    <message>
        <source>We could not find an appointment with that. Please check it and try again.</source>
        <translation>没有找到对应的预约。请核对后再试一次。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>电话号码</translation>
    </message>
</context>
<context>
    <name>Pick</name>
    <message>
        <source>Whom would you like to see?</source>
        <translation>您想看哪位医生？</translation>
    </message>
    <message>
        <source>At what time?</source>
        <translation>几点？</translation>
    </message>
    <message>
        <source>On which day?</source>
        <translation>哪一天？</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>您想看哪一科？</translation>
    </message>
    <message>
        <source>Times marked “to be confirmed” are not promised yet. The desk will tell you.</source>
        <translation>标有“待确认”的时间尚未确定，前台会告知您。</translation>
    </message>
    <message>
        <source>I know whom I want to see</source>
        <translation>我知道想看哪位医生</translation>
    </message>
    <message>
        <source>%1, to be confirmed</source>
        <translation>%1，待确认</translation>
    </message>
    <message>
        <source>to be confirmed</source>
        <translation>待确认</translation>
    </message>
</context>
<context>
    <name>PlaceBirthDate</name>
    <message>
        <source>We could not find your place with that. Please check it and try again.</source>
        <translation>没有找到您的排队信息，请检查后重试。</translation>
    </message>
</context>
<context>
    <name>PlacePhone</name>
    <message>
        <source>Your phone number?</source>
        <translation>您的电话号码？</translation>
    </message>
    <message>
        <source>Or hold the square code of your ticket in front of the scanner.</source>
        <translation>或将号票上的二维码对准扫描器。</translation>
    </message>
    <message>
        <source>We could not find your place with that. Please check it and try again.</source>
        <translation>没有找到您的排队信息，请检查后重试。</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>Why are you here today?</source>
        <translation>您今天为什么来？</translation>
    </message>
    <message>
        <source>Choose what comes closest.</source>
        <translation>请选择最接近的一项。</translation>
    </message>
    <message>
        <source>More reasons</source>
        <translation>更多原因</translation>
    </message>
</context>
<context>
    <name>RedFlag</name>
    <message>
        <source>Do you have any of these now?</source>
        <translation>您现在有以下情况吗？</translation>
    </message>
    <message>
        <source>Staff are coming to you now</source>
        <translation>工作人员马上就来</translation>
    </message>
    <message>
        <source>Please call out to our staff now</source>
        <translation>请立即呼喊工作人员</translation>
    </message>
    <message>
        <source>Stay here. Sit down if you can.</source>
        <translation>请留在这里，尽量坐下。</translation>
    </message>
    <message>
        <source>Go to the desk at once, or ask somebody beside you to go.</source>
        <translation>请马上去前台，或请身边的人去。</translation>
    </message>
    <message>
        <source>No, none of these</source>
        <translation>没有以上情况</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Tell staff again</source>
        <translation>再次通知</translation>
    </message>
    <message>
        <source>Pain or pressure in the chest</source>
        <translation>胸痛或胸闷</translation>
    </message>
    <message>
        <source>Trouble breathing</source>
        <translation>呼吸困难</translation>
    </message>
    <message>
        <source>Heavy bleeding</source>
        <translation>大量出血</translation>
    </message>
    <message>
        <source>Yes – tell staff now</source>
        <translation>有 – 立即通知</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>您的号码</translation>
    </message>
</context>
<context>
    <name>Service</name>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>This machine does not print.</source>
        <translation>本机不打印。</translation>
    </message>
    <message>
        <source>Paper is near its end.</source>
        <translation>纸快用完了。</translation>
    </message>
    <message>
        <source>No paper.</source>
        <translation>缺纸。</translation>
    </message>
    <message>
        <source>The cover is open.</source>
        <translation>盖子开着。</translation>
    </message>
    <message>
        <source>Switched off line at the printer.</source>
        <translation>打印机已切换为脱机。</translation>
    </message>
    <message>
        <source>Not reached: is it on, and plugged in?</source>
        <translation>连不上：开机了吗？插好了吗？</translation>
    </message>
    <message>
        <source>It does not say how it is.</source>
        <translation>打印机没有报告状态。</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Connected, last answer %1</source>
        <translation>已连接，最近应答 %1</translation>
    </message>
    <message>
        <source>Away: the hub of this place answers</source>
        <translation>无法连接：由本地中继应答</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>Not reached, last answer %1</source>
        <translation>无法连接，最近应答 %1</translation>
    </message>
    <message>
        <source>This machine works alone.</source>
        <translation>本机独立运行。</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>正在打印…</translation>
    </message>
    <message>
        <source>The test page is out.</source>
        <translation>测试页已打印出来。</translation>
    </message>
    <message>
        <source>The page was sent. The printer did not say whether it came out.</source>
        <translation>已发送。打印机没有报告是否打印出来。</translation>
    </message>
    <message>
        <source>The test page did not come out.</source>
        <translation>测试页没有打印出来。</translation>
    </message>
    <message>
        <source>Close the program?</source>
        <translation>要关闭程序吗？</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>维护</translation>
    </message>
    <message>
        <source>Nobody can check in here until somebody starts it again.</source>
        <translation>在重新启动之前，这里无法签到。</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>No, go on</source>
        <translation>不，继续</translation>
    </message>
    <message>
        <source>Yes, close</source>
        <translation>是，关闭</translation>
    </message>
    <message>
        <source>Back to Home</source>
        <translation>返回首页</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>扫描器</translation>
    </message>
    <message>
        <source>Hold a code before it to try it.</source>
        <translation>将一个码放到扫描口前试一试。</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Waits to be sent</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 项更改</numerusform>
        </translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>打印测试页</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重新启动</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>关闭程序</translation>
    </message>
</context>
<context>
    <name>ServicePin</name>
    <message>
        <source>For staff</source>
        <translation>员工专用</translation>
    </message>
    <message>
        <source>Type an administrator&apos;s PIN.</source>
        <translation>请输入管理员的 PIN。</translation>
    </message>
    <message numerus="yes">
        <source>That PIN does not open this machine. The next try counts in %n second(s).</source>
        <translation>
            <numerusform>此 PIN 无法打开本机。%n 秒后可再试。</numerusform>
        </translation>
    </message>
    <message>
        <source>That PIN does not open this machine.</source>
        <translation>此 PIN 无法打开本机。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) typed</source>
        <translation>
            <numerusform>已输入 %n 位</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在核对…</translation>
    </message>
</context>
<context>
    <name>Slip</name>
    <message>
        <source>Printing your slip…</source>
        <translation>正在打印预约单…</translation>
    </message>
    <message>
        <source>Please take your slip.</source>
        <translation>请取走预约单。</translation>
    </message>
    <message>
        <source>Your slip could not be printed. Please photograph this screen.</source>
        <translation>预约单无法打印，请拍下此屏幕。</translation>
    </message>
    <message>
        <source>You have asked for this time</source>
        <translation>您已申请这个时间</translation>
    </message>
    <message>
        <source>It is booked</source>
        <translation>预约成功</translation>
    </message>
    <message>
        <source>Check in with this code when you come.</source>
        <translation>来时请用此码签到。</translation>
    </message>
    <message>
        <source>It is not confirmed yet. The desk will tell you.</source>
        <translation>时间尚未确认，前台会告知您。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Your booking code</source>
        <translation>您的预约码</translation>
    </message>
</context>
<context>
    <name>TakeWithYou</name>
    <message>
        <source>Printing your ticket…</source>
        <translation>正在打印您的号票…</translation>
    </message>
    <message>
        <source>Please take your ticket.</source>
        <translation>请取走您的号票。</translation>
    </message>
    <message>
        <source>Your ticket could not be printed. Please photograph this screen.</source>
        <translation>号票未能打印。请拍下此屏幕。</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>随身带走</translation>
    </message>
    <message>
        <source>Scan to see your place in the queue on your phone.</source>
        <translation>扫码即可在手机上查看排队位置。</translation>
    </message>
    <message>
        <source>Print it again</source>
        <translation>重新打印</translation>
    </message>
</context>
<context>
    <name>Ticket</name>
    <message>
        <source>Already checked in</source>
        <translation>您已签到</translation>
    </message>
    <message>
        <source>You are checked in</source>
        <translation>签到成功</translation>
    </message>
    <message>
        <source>You are a little late. We have told the desk.</source>
        <translation>您稍微迟到了。我们已通知前台。</translation>
    </message>
    <message>
        <source>Your appointment time is not confirmed yet. The desk will tell you.</source>
        <translation>您的预约时间尚未确认。前台会通知您。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>您的号码</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>请前往</translation>
    </message>
    <message>
        <source>Your turn</source>
        <translation>轮到您</translation>
    </message>
    <message>
        <source>About</source>
        <translation>大约</translation>
    </message>
    <message>
        <source>You are next</source>
        <translation>下一位是您</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>%1–%2 分钟</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) before you</source>
        <translation>
            <numerusform>您前面有 %n 人</numerusform>
        </translation>
    </message>
</context>
</TS>
