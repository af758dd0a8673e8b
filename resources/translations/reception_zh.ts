<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Alerts</name>
    <message>
        <source>Emergency · number %1 · since %2</source>
        <translation>紧急情况 · %1 号 · 自 %2 起</translation>
    </message>
    <message>
        <source>Emergency at %1 · number %2 · since %3</source>
        <translation>%1 有紧急情况 · %2 号 · 自 %3 起</translation>
    </message>
    <message>
        <source>Somebody needs help · number %1 · since %2</source>
        <translation>有人需要帮助 · %1 号 · 自 %2</translation>
    </message>
    <message>
        <source>Somebody needs help at %1 · number %2 · since %3</source>
        <translation>%1 处有人需要帮助 · %2 号 · 自 %3</translation>
    </message>
    <message>
        <source>%1 · since %2</source>
        <translation>%1 · 自 %2</translation>
    </message>
    <message>
        <source>%1 · at %2 · since %3</source>
        <translation>%1 · 在 %2 · 自 %3</translation>
    </message>
    <message>
        <source>%1: %2 · since %3</source>
        <translation>%1：%2 · 自 %3</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>%1 says that their details have changed</source>
        <translation>%1 表示其资料有变</translation>
    </message>
    <message>
        <source>%1 has not given their consent</source>
        <translation>%1 未表示同意</translation>
    </message>
    <message>
        <source>%1 has not given their consent, and says that their details have changed</source>
        <translation>%1 未表示同意，并表示其资料有变</translation>
    </message>
    <message>
        <source>the printer is out of paper</source>
        <translation>打印机缺纸</translation>
    </message>
    <message>
        <source>the printer&apos;s cover is open</source>
        <translation>打印机盖未关</translation>
    </message>
    <message>
        <source>the printer does not answer</source>
        <translation>打印机无响应</translation>
    </message>
    <message>
        <source>the server has not heard of it</source>
        <translation>服务器收不到它的消息</translation>
    </message>
    <message>
        <source>the paper is near its end</source>
        <translation>纸张即将用完</translation>
    </message>
    <message>
        <source>the printer needs somebody</source>
        <translation>打印机需要处理</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody is with them</source>
        <translation>已有人在旁</translation>
    </message>
    <message>
        <source>Seen to</source>
        <translation>已处理</translation>
    </message>
</context>
<context>
    <name>AlikePanel</name>
    <message>
        <source>Is it one of these?</source>
        <translation>是其中一位吗？</translation>
    </message>
    <message>
        <source>Name and phone or birth date are much the same.</source>
        <translation>姓名与电话或出生日期非常相近。</translation>
    </message>
    <message>
        <source>No, somebody new</source>
        <translation>不是，是新人</translation>
    </message>
    <message>
        <source>Leave the form</source>
        <translation>离开表单</translation>
    </message>
</context>
<context>
    <name>Coming</name>
    <message>
        <source>Next appointment</source>
        <translation>下一个预约</translation>
    </message>
    <message>
        <source>No more appointments today</source>
        <translation>今天没有其他预约</translation>
    </message>
    <message numerus="yes">
        <source>%n more today</source>
        <comment>appointments</comment>
        <translation>
            <numerusform>今天还有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>the last at %1</source>
        <translation>最后一个 %1</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>The queue cannot be read just now. This is how it stood at %1.</source>
        <translation>暂时无法读取候诊队列。这是 %1 时的情况。</translation>
    </message>
    <message>
        <source>The queue cannot be read just now.</source>
        <translation>暂时无法读取候诊队列。</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>再次呼叫</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Hold back</source>
        <translation>暂缓</translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>呼叫下一位</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>My queue</source>
        <translation>我的队列</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 人等候</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>DoctorChoices</name>
    <message>
        <source>Waits for</source>
        <translation>等候</translation>
    </message>
    <message>
        <source>whoever is free</source>
        <translation>任一空闲医生</translation>
    </message>
</context>
<context>
    <name>FormPanel</name>
    <message>
        <source>New person</source>
        <translation>新人</translation>
    </message>
    <message>
        <source>Change details</source>
        <translation>修改资料</translation>
    </message>
    <message>
        <source>Somebody else changed this person meanwhile. This is how it stands now: please enter your change once more.</source>
        <translation>其他人已修改此人的资料。现状如下：请重新输入您的修改。</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>需要填写姓名。</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>day month year</source>
        <translation>日 月 年</translation>
    </message>
    <message>
        <source>This is no birth date.</source>
        <translation>这不是有效的出生日期。</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Reason for the visit</source>
        <translation>就诊原因</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>等候</translation>
    </message>
    <message>
        <source>Register and add to the queue</source>
        <translation>登记并加入队列</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Leave the form</source>
        <translation>离开表单</translation>
    </message>
</context>
<context>
    <name>Line</name>
    <message>
        <source>Whoever is free</source>
        <translation>任一空闲医生</translation>
    </message>
    <message>
        <source>not in today</source>
        <translation>今天不在</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 人等候</numerusform>
        </translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>呼叫下一位</translation>
    </message>
    <message>
        <source>Call next for %1</source>
        <translation>为%1呼叫下一位</translation>
    </message>
    <message>
        <source>Called with the next of any doctor</source>
        <translation>由任一医生呼叫下一位时叫到</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>无人等候</translation>
    </message>
</context>
<context>
    <name>PastWords</name>
    <message>
        <source>details changed</source>
        <translation>资料已修改</translation>
    </message>
    <message>
        <source>consent given at the desk</source>
        <translation>在前台同意</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>就诊</translation>
    </message>
    <message>
        <source>appointment</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>booked</source>
        <translation>已预约</translation>
    </message>
    <message>
        <source>with the doctor</source>
        <translation>就诊中</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等候中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>called off</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>did not come</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>已改期</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>%1 waits with number %2.</source>
        <translation>%1 正在等候，号码 %2。</translation>
    </message>
    <message>
        <source>%1 waits already, with number %2.</source>
        <translation>%1 已在等候，号码 %2。</translation>
    </message>
    <message>
        <source>The details of %1 are saved.</source>
        <translation>%1 的资料已保存。</translation>
    </message>
    <message>
        <source>This person is not known any more.</source>
        <translation>此人已不在记录中。</translation>
    </message>
    <message>
        <source>There are no numbers left today.</source>
        <translation>今天已无号可发。</translation>
    </message>
    <message>
        <source>Sent to the printer, marked as a reprint.</source>
        <translation>已发送到打印机，并注明“补打”。</translation>
    </message>
    <message>
        <source>This machine has no printer.</source>
        <translation>此设备没有打印机。</translation>
    </message>
    <message>
        <source>Your role does not allow that.</source>
        <translation>您的角色无权执行此操作。</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>查找人员</translation>
    </message>
    <message>
        <source>Name, phone, birth date or number</source>
        <translation>姓名、电话、出生日期或编号</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>新人</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>The records could not be asked. Please try again.</source>
        <translation>无法查询记录。请重试。</translation>
    </message>
    <message>
        <source>Nobody found. Press Enter to register them.</source>
        <translation>未找到。按 Enter 登记。</translation>
    </message>
    <message>
        <source>Type a name: everybody the clinic knows is found here, with or without a network.</source>
        <translation>输入姓名：诊所的所有人都可在此找到，无论是否联网。</translation>
    </message>
    <message>
        <source>Choose somebody to see what is known of them.</source>
        <translation>选择一位以查看其资料。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>PersonPanel</name>
    <message>
        <source>given on %1, to an earlier text</source>
        <translation>%1 已同意（旧版文本）</translation>
    </message>
    <message>
        <source>given on %1</source>
        <translation>%1 已同意</translation>
    </message>
    <message>
        <source>declined on %1, for an earlier text</source>
        <translation>%1 已拒绝（旧版文本）</translation>
    </message>
    <message>
        <source>declined on %1</source>
        <translation>%1 已拒绝</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>尚未询问</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>seen by staff</source>
        <translation>工作人员已核实</translation>
    </message>
    <message>
        <source>not seen by staff yet</source>
        <translation>工作人员尚未核实</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>知情同意</translation>
    </message>
    <message>
        <source>They agree now</source>
        <translation>现已同意</translation>
    </message>
    <message>
        <source>Add to the queue of</source>
        <translation>加入谁的队列</translation>
    </message>
    <message>
        <source>What happened before</source>
        <translation>以往记录</translation>
    </message>
    <message>
        <source>Reprint the slip</source>
        <translation>重新打印预约单</translation>
    </message>
    <message>
        <source>Reprint the receipt</source>
        <translation>重新打印收据</translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>加入队列</translation>
    </message>
    <message>
        <source>Change details</source>
        <translation>修改资料</translation>
    </message>
</context>
<context>
    <name>PlaceCard</name>
    <message>
        <source>See at once</source>
        <translation>立即接诊</translation>
    </message>
    <message>
        <source>Booked for %1</source>
        <translation>预约 %1</translation>
    </message>
    <message>
        <source>%1 min over target</source>
        <translation>超出目标 %1 分钟</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>无姓名</translation>
    </message>
</context>
<context>
    <name>PlacePanel</name>
    <message>
        <source>%1 (%2)</source>
        <comment>date of birth, age in years</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Choose somebody, by hand or with the arrow keys</source>
        <translation>点选或用方向键选择一位</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>再次呼叫</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Is back</source>
        <translation>已回来</translation>
    </message>
    <message>
        <source>Hold back</source>
        <translation>暂缓</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>转诊</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>分级</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>已离开</translation>
    </message>
    <message>
        <source>Reprint</source>
        <translation>重新打印</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Came for</source>
        <translation>来诊原因</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>特殊需要</translation>
    </message>
    <message>
        <source>Booked for</source>
        <translation>预约时间</translation>
    </message>
    <message>
        <source>Number from</source>
        <translation>取号处</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>not verified yet</source>
        <translation>尚未核实</translation>
    </message>
    <message>
        <source>Called by</source>
        <translation>呼叫者</translation>
    </message>
    <message>
        <source>Put first</source>
        <translation>优先原因</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Feels worse</source>
        <translation>感觉加重</translation>
    </message>
    <message>
        <source>In great pain</source>
        <translation>剧烈疼痛</translation>
    </message>
    <message>
        <source>With a small child</source>
        <translation>带着幼儿</translation>
    </message>
    <message>
        <source>The doctor asks for them</source>
        <translation>医生要求</translation>
    </message>
    <message>
        <source>Back from the laboratory</source>
        <translation>从化验室回来</translation>
    </message>
    <message>
        <source>Why before the others?</source>
        <translation>为什么要提前？</translation>
    </message>
    <message>
        <source>Which doctor calls?</source>
        <translation>由哪位医生呼叫？</translation>
    </message>
    <message>
        <source>To which doctor?</source>
        <translation>转给哪位医生？</translation>
    </message>
    <message>
        <source>How urgent is it?</source>
        <translation>紧急程度？</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>not in today</source>
        <translation>今天不在</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Emergency: %1, see at once</source>
        <translation>急救：%1，立即接诊</translation>
    </message>
    <message>
        <source>The queue cannot be read just now. This is how it stood at %1.</source>
        <translation>暂时无法读取候诊队列。这是 %1 时的情况。</translation>
    </message>
    <message>
        <source>The queue cannot be read just now.</source>
        <translation>暂时无法读取候诊队列。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>No doctor is in today, and nobody waits</source>
        <translation>今天没有医生出诊，也无人等候</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>QueueWords</name>
    <message>
        <source>%1–%2 min</source>
        <comment>how long until they are called</comment>
        <translation>%1–%2 分钟</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>how long somebody has waited</comment>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>Being seen</source>
        <translation>就诊中</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>已呼叫</translation>
    </message>
    <message>
        <source>Called again to %1</source>
        <translation>再次呼叫至%1</translation>
    </message>
    <message>
        <source>Called to %1</source>
        <translation>已呼叫至%1</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>暂缓</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>呼叫未到</translation>
    </message>
    <message>
        <source>Emergency: see at once</source>
        <translation>急救：立即接诊</translation>
    </message>
    <message>
        <source>Visit over</source>
        <translation>就诊结束</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等候中</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>现场挂号</translation>
    </message>
    <message>
        <source>put first</source>
        <translation>已优先</translation>
    </message>
    <message>
        <source>+%1 min</source>
        <comment>beyond the target</comment>
        <translation>+%1 分钟</translation>
    </message>
    <message>
        <source>came late</source>
        <translation>迟到</translation>
    </message>
    <message>
        <source>level %1</source>
        <comment>of triage</comment>
        <translation>%1 级</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>未核实</translation>
    </message>
    <message>
        <source>Emergency: at once</source>
        <translation>急救：立即</translation>
    </message>
    <message>
        <source>Very urgent</source>
        <translation>非常紧急</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Less urgent</source>
        <translation>次紧急</translation>
    </message>
    <message>
        <source>Not urgent</source>
        <translation>非紧急</translation>
    </message>
    <message>
        <source>Waited %1 min</source>
        <translation>已等 %1 分钟</translation>
    </message>
    <message>
        <source>%1 min before their time</source>
        <translation>比预约早 %1 分钟</translation>
    </message>
    <message>
        <source>Level %1: target %2, not %3 min</source>
        <translation>%1 级：目标 %2 而非 %3 分钟</translation>
    </message>
    <message>
        <source>No level yet, as routine: target %1 min</source>
        <translation>尚未分级，按常规：目标 %1 分钟</translation>
    </message>
    <message>
        <source>Appointment: target %1, not %2 min</source>
        <translation>有预约：目标 %1 而非 %2 分钟</translation>
    </message>
    <message>
        <source>75 or older: target %1, not %2 min</source>
        <translation>75 岁及以上：目标 %1 而非 %2 分钟</translation>
    </message>
    <message>
        <source>Under one year: target %1, not %2 min</source>
        <translation>不满一岁：目标 %1 而非 %2 分钟</translation>
    </message>
    <message>
        <source>Pregnant: target %1, not %2 min</source>
        <translation>孕妇：目标 %1 而非 %2 分钟</translation>
    </message>
    <message>
        <source>Disability: target %1, not %2 min</source>
        <translation>残障：目标 %1 而非 %2 分钟</translation>
    </message>
    <message>
        <source>%1 min beyond the target: each counts %2 times</source>
        <translation>超出目标 %1 分钟：每分钟按 %2 倍计</translation>
    </message>
    <message>
        <source>More than %1 min late: waits as a walk-in</source>
        <translation>迟到超过 %1 分钟：按现场挂号等候</translation>
    </message>
    <message>
        <source>Missed their call: the wait counts anew</source>
        <translation>错过呼叫：重新计算等候</translation>
    </message>
    <message>
        <source>Put first by %1: %2</source>
        <translation>由%1优先：%2</translation>
    </message>
    <message>
        <source>The time of arrival is not certain: that machine&apos;s clock was never checked</source>
        <translation>到达时间不确定：该机器的时钟从未校对</translation>
    </message>
    <message>
        <source>%1 was called</source>
        <translation>已呼叫 %1</translation>
    </message>
    <message>
        <source>%1 was called to %2</source>
        <translation>已呼叫 %1 至%2</translation>
    </message>
    <message>
        <source>%1 was called again</source>
        <translation>已再次呼叫 %1</translation>
    </message>
    <message>
        <source>%1 did not come and waits anew</source>
        <translation>%1 未到，重新等候</translation>
    </message>
    <message>
        <source>%1 did not come the third time: off the list</source>
        <translation>%1 第三次未到：已从名单移除</translation>
    </message>
    <message>
        <source>%1 is held back</source>
        <translation>%1 已暂缓</translation>
    </message>
    <message>
        <source>%1 may be called again</source>
        <translation>%1 可再次呼叫</translation>
    </message>
    <message>
        <source>%1 has gone in</source>
        <translation>%1 已进入</translation>
    </message>
    <message>
        <source>%1: visit completed</source>
        <translation>%1：就诊完成</translation>
    </message>
    <message>
        <source>%1 has left</source>
        <translation>%1 已离开</translation>
    </message>
    <message>
        <source>%1 was handed over</source>
        <translation>%1 已转出</translation>
    </message>
    <message>
        <source>%1 has a new level</source>
        <translation>%1 已重新分级</translation>
    </message>
    <message>
        <source>%1: taken back</source>
        <translation>%1：已撤销</translation>
    </message>
    <message>
        <source>%1: ticket sent to the printer</source>
        <translation>%1：号票已发送到打印机</translation>
    </message>
    <message>
        <source>%1 is an emergency: the alarm is raised</source>
        <translation>%1 为急救：已发出警报</translation>
    </message>
    <message>
        <source>This number is no longer in the queue.</source>
        <translation>此号码已不在队列中。</translation>
    </message>
    <message>
        <source>This doctor does not work here any more.</source>
        <translation>这位医生已不在此工作。</translation>
    </message>
    <message>
        <source>Nobody is waiting who may be called.</source>
        <translation>没有可呼叫的等候者。</translation>
    </message>
    <message>
        <source>%1 was called again three times. Mark as absent.</source>
        <translation>%1 已再次呼叫三次。请标为未到。</translation>
    </message>
    <message>
        <source>%1: another desk has gone on since. Nothing to take back.</source>
        <translation>%1：其他服务台已继续处理，无可撤销。</translation>
    </message>
    <message>
        <source>Your role may not do this.</source>
        <translation>您的角色无权执行此操作。</translation>
    </message>
    <message>
        <source>This machine has no printer.</source>
        <translation>此设备没有打印机。</translation>
    </message>
    <message>
        <source>Two desks called %1. They go to %2, called by %3.</source>
        <translation>两个服务台都呼叫了 %1。前往%2，由%3呼叫。</translation>
    </message>
    <message>
        <source>That could not be done. Nothing was changed. Please try again.</source>
        <translation>操作未能完成，没有任何更改。请重试。</translation>
    </message>
    <message>
        <source>%1 has just been called to %2 by %3.</source>
        <translation>%3刚刚呼叫 %1 至%2。</translation>
    </message>
    <message>
        <source>%1 has moved on meanwhile: %2.</source>
        <comment>%2 is a state, such as Being seen</comment>
        <translation>%1 的状态已变：%2。</translation>
    </message>
</context>
<context>
    <name>Settle</name>
    <message>
        <source>Settled.</source>
        <translation>已处理。</translation>
    </message>
    <message>
        <source>Another desk has settled this already.</source>
        <translation>其他服务台已处理。</translation>
    </message>
    <message>
        <source>%1 settled this already, at %2.</source>
        <translation>%1 已于 %2 处理。</translation>
    </message>
    <message>
        <source>It can&apos;t be settled so any more. Nothing was changed.</source>
        <translation>已不能这样处理。没有任何更改。</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>The records could not be asked. Please try again.</source>
        <translation>无法查询记录。请重试。</translation>
    </message>
    <message>
        <source>Nothing to settle.</source>
        <translation>没有待处理事项。</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>查找中…</translation>
    </message>
    <message>
        <source>Look for people who are registered twice</source>
        <translation>查找重复登记的人</translation>
    </message>
    <message>
        <source>Choose what you want to settle.</source>
        <translation>选择要处理的事项。</translation>
    </message>
    <message>
        <source>It is kept on this machine, and is offered again when the server can take it. An administrator finds it in the sync log.</source>
        <translation>它保存在此设备上，服务器可接受时会再次提交。管理员可在同步日志中找到。</translation>
    </message>
    <message>
        <source>One record</source>
        <translation>一份记录</translation>
    </message>
    <message>
        <source>The other record</source>
        <translation>另一份记录</translation>
    </message>
    <message>
        <source>Stands now</source>
        <translation>当前内容</translation>
    </message>
    <message>
        <source>Was said elsewhere</source>
        <translation>他处录入</translation>
    </message>
    <message>
        <source>%1, as it is right</source>
        <translation>%1：正确内容</translation>
    </message>
    <message>
        <source>Or type what is right</source>
        <translation>或输入正确内容</translation>
    </message>
    <message>
        <source>This is no date. Day, month and year: 14 3 1974</source>
        <translation>这不是日期。日、月、年：14 3 1974</translation>
    </message>
    <message>
        <source>Move it to a free time:</source>
        <translation>改到空闲时间：</translation>
    </message>
    <message>
        <source>No free time is near. Please ring them, and book anew.</source>
        <translation>近期没有空闲时间。请致电重新预约。</translation>
    </message>
    <message>
        <source>They are one person</source>
        <translation>是同一人</translation>
    </message>
    <message>
        <source>They are one person, as chosen</source>
        <translation>是同一人，按所选内容</translation>
    </message>
    <message>
        <source>Settle it as chosen</source>
        <translation>按所选内容处理</translation>
    </message>
    <message>
        <source>Nothing is to be done</source>
        <translation>无需处理</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>SettleWords</name>
    <message>
        <source>The server did not take this</source>
        <translation>服务器未接受</translation>
    </message>
    <message>
        <source>Two records, perhaps one person</source>
        <translation>两份记录，可能是同一人</translation>
    </message>
    <message>
        <source>Changed in two places</source>
        <translation>两处都有修改</translation>
    </message>
    <message>
        <source>Called off, and yet here</source>
        <translation>已取消但人已到</translation>
    </message>
    <message>
        <source>Called off, and moved</source>
        <translation>既取消又改期</translation>
    </message>
    <message>
        <source>Deleted, and changed</source>
        <translation>既删除又修改</translation>
    </message>
    <message>
        <source>The time was given twice</source>
        <translation>该时间重复预约</translation>
    </message>
    <message>
        <source>Outside the doctor&apos;s hours</source>
        <translation>超出医生出诊时间</translation>
    </message>
    <message>
        <source>Please decide</source>
        <translation>请决定</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>It changes something that the server has never heard of.</source>
        <translation>它修改了服务器从未见过的内容。</translation>
    </message>
    <message>
        <source>The data of one of these people were erased meanwhile.</source>
        <translation>其间其中一人的数据已被清除。</translation>
    </message>
    <message>
        <source>It is more than one step may change.</source>
        <translation>超出了一步所能修改的范围。</translation>
    </message>
    <message>
        <source>It belongs to another place of the clinic.</source>
        <translation>它属于诊所的另一处。</translation>
    </message>
    <message>
        <source>Another machine holds these places.</source>
        <translation>这些号源由另一台机器持有。</translation>
    </message>
    <message>
        <source>A desk may not change this: it is kept at the server.</source>
        <translation>工作台不可修改：此内容保存在服务器上。</translation>
    </message>
    <message>
        <source>Its number was not this machine&apos;s to give.</source>
        <translation>该编号不应由本机给出。</translation>
    </message>
    <message>
        <source>There is such a record already.</source>
        <translation>已有这条记录。</translation>
    </message>
    <message>
        <source>What was written of this is never changed.</source>
        <translation>此类记录一经写入绝不更改。</translation>
    </message>
    <message>
        <source>Nobody&apos;s record is deleted from a desk.</source>
        <translation>工作台不能删除任何人的记录。</translation>
    </message>
    <message>
        <source>The server does not understand it. Perhaps it is older than this machine.</source>
        <translation>服务器无法理解。它可能比本机旧。</translation>
    </message>
    <message>
        <source>The visit was somewhere else already: this step did not fit any more.</source>
        <translation>就诊状态已变，此步骤不再适用。</translation>
    </message>
    <message>
        <source>The server gave no reason.</source>
        <translation>服务器未说明原因。</translation>
    </message>
    <message>
        <source>They are two people</source>
        <translation>是两个人</translation>
    </message>
    <message>
        <source>The visit stands</source>
        <translation>保留就诊</translation>
    </message>
    <message>
        <source>They have left</source>
        <translation>已离开</translation>
    </message>
    <message>
        <source>The new time stands</source>
        <translation>保留新时间</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Leave the time as it is</source>
        <translation>时间不变</translation>
    </message>
    <message>
        <source>Keep what stands</source>
        <translation>保留当前内容</translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation>取消预约</translation>
    </message>
    <message>
        <source>They are here</source>
        <translation>人已到</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Take the other</source>
        <translation>采用另一个</translation>
    </message>
</context>
<context>
    <name>Tab</name>
    <message>
        <source>Whoever is free</source>
        <translation>任一空闲医生</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 人等候</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>%1 is here, with number %2.</source>
        <translation>%1 已到，号码 %2。</translation>
    </message>
    <message>
        <source>%1 was here already, with number %2.</source>
        <translation>%1 之前已到，号码 %2。</translation>
    </message>
    <message>
        <source>It is noted that %1 did not come.</source>
        <translation>已记录 %1 未到。</translation>
    </message>
    <message>
        <source>The appointment of %1 is called off.</source>
        <translation>%1 的预约已取消。</translation>
    </message>
    <message>
        <source>It is too early to check %1 in.</source>
        <translation>为 %1 签到为时尚早。</translation>
    </message>
    <message>
        <source>The time of %1 has not come yet.</source>
        <translation>%1 的时间还没到。</translation>
    </message>
    <message>
        <source>Something happened to this appointment meanwhile. This is how it stands now.</source>
        <translation>此预约期间有变动。现状如下。</translation>
    </message>
    <message>
        <source>This appointment can&apos;t be checked in any more.</source>
        <translation>此预约已无法签到。</translation>
    </message>
    <message>
        <source>There are no numbers left today.</source>
        <translation>今天已无号可发。</translation>
    </message>
    <message>
        <source>Sent to the printer, marked as a reprint.</source>
        <translation>已发送到打印机，并注明“补打”。</translation>
    </message>
    <message>
        <source>This machine has no printer.</source>
        <translation>此设备没有打印机。</translation>
    </message>
    <message>
        <source>Your role does not allow that.</source>
        <translation>您的角色无权执行此操作。</translation>
    </message>
    <message>
        <source>Find in today&apos;s list</source>
        <translation>在今日名单中查找</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message numerus="yes">
        <source>%n still to come</source>
        <translation>
            <numerusform>还有 %n 人未到</numerusform>
        </translation>
    </message>
    <message>
        <source>Today&apos;s appointments</source>
        <translation>今日预约</translation>
    </message>
    <message>
        <source>time not confirmed yet</source>
        <translation>时间尚未确认</translation>
    </message>
    <message>
        <source>here · %1</source>
        <translation>已到 · %1</translation>
    </message>
    <message>
        <source>The records could not be asked. Please try again.</source>
        <translation>无法查询记录。请重试。</translation>
    </message>
    <message>
        <source>No appointments today.</source>
        <translation>今天没有预约。</translation>
    </message>
    <message>
        <source>Nobody of that name today.</source>
        <translation>今天没有此姓名的人。</translation>
    </message>
    <message>
        <source>Choose an appointment.</source>
        <translation>请选择预约。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>医生</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Call off</source>
        <translation>取消预约</translation>
    </message>
    <message>
        <source>Reprint the slip</source>
        <translation>重新打印预约单</translation>
    </message>
    <message>
        <source>Reprint the receipt</source>
        <translation>重新打印收据</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Call this appointment off?</source>
        <translation>取消此预约？</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>Visitor</name>
    <message>
        <source>%1 (%2)</source>
        <comment>date of birth, age in years</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Call the next person when you are ready</source>
        <translation>准备好后请呼叫下一位</translation>
    </message>
    <message>
        <source>Nobody is waiting for you</source>
        <translation>没有人在等您</translation>
    </message>
    <message>
        <source>Came for</source>
        <translation>来诊原因</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>特殊需要</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Booked for</source>
        <translation>预约时间</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>分级</translation>
    </message>
    <message>
        <source>Put first</source>
        <translation>优先原因</translation>
    </message>
    <message>
        <source>Came at</source>
        <translation>到达时间</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>Why they are next</source>
        <translation>为什么下一位是此人</translation>
    </message>
    <message>
        <source>Why they are number %1 in line</source>
        <translation>为什么排在第 %1 位</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>%1, due %2</source>
        <comment>a score and the time at which the target falls due</comment>
        <translation>%1，应于 %2 前</translation>
    </message>
    <message>
        <source>Came before, called after: %1</source>
        <translation>先到后叫：%1</translation>
    </message>
</context>
</TS>
