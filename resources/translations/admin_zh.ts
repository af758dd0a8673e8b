<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AdminWords</name>
    <message>
        <source>All machines</source>
        <translation>所有设备</translation>
    </message>
    <message>
        <source>All kinds of work</source>
        <translation>所有操作</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>所有状态</translation>
    </message>
    <message>
        <source>All places</source>
        <translation>所有院区</translation>
    </message>
    <message>
        <source>All doctors</source>
        <translation>所有医生</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近7天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近30天</translation>
    </message>
    <message>
        <source>Own days</source>
        <translation>自选日期</translation>
    </message>
    <message>
        <source>It is safe on this machine, and goes to the server as soon as it can be reached.</source>
        <translation>已安全保存在本机，能连上服务器时就会发送。</translation>
    </message>
    <message>
        <source>The server has taken it as it was done here.</source>
        <translation>服务器已按此处所做的接受。</translation>
    </message>
    <message>
        <source>The server keeps it and has not applied it. It is tried again by itself when the rules change.</source>
        <translation>服务器保留但未应用，规则变化时会自动重试。</translation>
    </message>
    <message>
        <source>The server has applied what the rules allow. Somebody should look at the rest.</source>
        <translation>服务器已应用规则允许的部分，其余需有人查看。</translation>
    </message>
    <message>
        <source>The passphrase is not right, or this file is not a copy of our records. Nothing was changed.</source>
        <translation>口令不正确，或者此文件不是我们记录的副本。未作任何更改。</translation>
    </message>
    <message>
        <source>This copy is damaged: a part of it is torn or missing. Nothing was changed.</source>
        <translation>此副本已损坏：有一部分残缺。未作任何更改。</translation>
    </message>
    <message>
        <source>A newer version of the program made this copy. Install that version first. Nothing was changed.</source>
        <translation>此副本由更新版本的程序制作，请先安装该版本。未作任何更改。</translation>
    </message>
    <message>
        <source>That passphrase is too easy to guess. Take at least 12 characters, or let us make one up.</source>
        <translation>这个口令太容易猜。请至少用 12 个字符，或由我们生成一个。</translation>
    </message>
    <message>
        <source>There is not enough room there. Nothing was kept.</source>
        <translation>那里空间不足。未保存任何内容。</translation>
    </message>
    <message>
        <source>That place could not be read or written. Is the stick still in?</source>
        <translation>那个位置无法读写。U 盘还插着吗？</translation>
    </message>
    <message>
        <source>The keys of this machine could not be reached. Nothing was changed.</source>
        <translation>无法取得本机的密钥。未作任何更改。</translation>
    </message>
    <message>
        <source>That place can&apos;t be written. Nothing was changed.</source>
        <translation>那个位置不能写入。未作任何更改。</translation>
    </message>
    <message>
        <source>This needs the server, which can&apos;t be reached now. Nothing was changed.</source>
        <translation>这需要服务器，但现在连不上。未作任何更改。</translation>
    </message>
    <message>
        <source>You signed in without the server. Lock the screen, sign in again while it is connected, and try once more.</source>
        <translation>您登录时没有连上服务器。请锁屏，连上后重新登录，再试一次。</translation>
    </message>
    <message>
        <source>A PIN has 6 to 12 digits.</source>
        <translation>PIN 码为 6 至 12 位数字。</translation>
    </message>
    <message>
        <source>That PIN is too easy to guess. Take other digits.</source>
        <translation>此 PIN 码太容易猜到，请换其他数字。</translation>
    </message>
    <message>
        <source>Somebody must be left who can set up the clinic.</source>
        <translation>必须留下能管理诊所设置的人。</translation>
    </message>
    <message>
        <source>They work at all places, so they can&apos;t be changed from this one.</source>
        <translation>此人在所有地点工作，不能在这里更改。</translation>
    </message>
    <message>
        <source>Somebody else has this e-mail address.</source>
        <translation>此电子邮件地址已有人使用。</translation>
    </message>
    <message>
        <source>An administrator of this place only can&apos;t change that.</source>
        <translation>仅管理本地点的管理员不能更改此项。</translation>
    </message>
    <message>
        <source>That is not possible here.</source>
        <translation>这里不能这样设置。</translation>
    </message>
    <message>
        <source>This was said when the program was started, so it can&apos;t be changed here.</source>
        <translation>这是启动程序时指定的，不能在这里更改。</translation>
    </message>
    <message>
        <source>The settings file has a form that only a person can change. Nothing was changed.</source>
        <translation>设置文件的格式只能由人手动更改。未作任何更改。</translation>
    </message>
    <message>
        <source>That could not be done. Nothing was changed.</source>
        <translation>未能完成。未作任何更改。</translation>
    </message>
    <message>
        <source>The server has not heard of it</source>
        <translation>服务器收不到它的消息</translation>
    </message>
    <message>
        <source>Its printer is out of paper</source>
        <translation>它的打印机缺纸</translation>
    </message>
    <message>
        <source>Its printer&apos;s paper is near its end</source>
        <translation>它的打印纸快用完了</translation>
    </message>
    <message>
        <source>Its printer&apos;s cover is open</source>
        <translation>它的打印机盖开着</translation>
    </message>
    <message>
        <source>Its printer does not answer</source>
        <translation>它的打印机没有响应</translation>
    </message>
    <message>
        <source>Its printer needs somebody</source>
        <translation>它的打印机需要处理</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Patients&apos; screens</source>
        <translation>患者界面</translation>
    </message>
    <message>
        <source>Reception</source>
        <translation>前台</translation>
    </message>
    <message>
        <source>Waiting-room board</source>
        <translation>候诊屏</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>管理</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>System service (systemd)</source>
        <translation>系统服务 (systemd)</translation>
    </message>
    <message>
        <source>System&apos;s keyring</source>
        <translation>系统密钥环</translation>
    </message>
    <message>
        <source>A file (only to try things out)</source>
        <translation>文件（仅供试用）</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>By network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>By USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>By serial port</source>
        <translation>串口</translation>
    </message>
    <message>
        <source>The system&apos;s printer</source>
        <translation>系统打印机</translation>
    </message>
    <message>
        <source>Wherever there is room</source>
        <translation>有空位处即可</translation>
    </message>
    <message>
        <source>Top left</source>
        <translation>左上</translation>
    </message>
    <message>
        <source>Top right</source>
        <translation>右上</translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation>左下</translation>
    </message>
    <message>
        <source>Bottom right</source>
        <translation>右下</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 毫米</translation>
    </message>
    <message>
        <source>Patients&apos; kiosk</source>
        <translation>患者自助机</translation>
    </message>
    <message>
        <source>Hub in the lobby</source>
        <translation>大厅中继</translation>
    </message>
</context>
<context>
    <name>Analytics</name>
    <message>
        <source>This needs the server, which can&apos;t be reached now: this machine&apos;s records hold neither other places, payments nor what patients say, and it draws no pictures.</source>
        <translation>这需要服务器，但目前无法连接：本机的记录不含其他院区、付款和患者评价，也不绘制图表。</translation>
    </message>
    <message>
        <source>You signed in without the server. For this lock the screen, and sign in again while it is connected.</source>
        <translation>您是在未连接服务器时登录的。请锁定屏幕，待连接后重新登录。</translation>
    </message>
    <message>
        <source>An administrator of one place reads the reports of that place.</source>
        <translation>单个院区的管理员只能查看该院区的报表。</translation>
    </message>
    <message>
        <source>There is no such doctor any more.</source>
        <translation>该医生已不存在。</translation>
    </message>
    <message>
        <source>The report could not be made. Nothing is lost: try again.</source>
        <translation>报表未能生成。没有丢失任何数据，请重试。</translation>
    </message>
    <message>
        <source>Counted by the server</source>
        <translation>由服务器统计</translation>
    </message>
    <message>
        <source>Counted from this machine&apos;s records: %1 only</source>
        <translation>按本机记录统计：仅%1</translation>
    </message>
    <message>
        <source>%1, kept here since %2</source>
        <translation>%1，本机保存自%2</translation>
    </message>
    <message>
        <source>Before the first</source>
        <translation>早于起始日</translation>
    </message>
    <message>
        <source>More than 3 years</source>
        <translation>超过3年</translation>
    </message>
    <message>
        <source>Not a day</source>
        <translation>不是日期</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>How the clinic&apos;s days went. No report names a patient.</source>
        <translation>诊所每日运行情况。报表不含患者姓名。</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>As a picture</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>院区</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>医生</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>2026-03-09</source>
        <translation>2026-03-09</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Stopped. Nothing was kept.</source>
        <translation>已停止。未保存任何内容。</translation>
    </message>
    <message>
        <source>Writing the file …</source>
        <translation>正在写入文件…</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 as a picture</source>
        <translation>%1，图表</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Nothing happened in these days.</source>
        <translation>这些日期内没有记录。</translation>
    </message>
    <message>
        <source>Export this report</source>
        <translation>导出此报表</translation>
    </message>
    <message>
        <source>The table opens in any spreadsheet. The paper has every report of these days; it and the pictures are drawn by the server.</source>
        <translation>表格可用任何电子表格软件打开。文档包含这些日期的全部报表；文档和图表由服务器绘制。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>存到</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>表格 (CSV)</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>图片 (PNG)</translation>
    </message>
    <message>
        <source>Drawing (SVG)</source>
        <translation>矢量图 (SVG)</translation>
    </message>
    <message>
        <source>All on paper (PDF)</source>
        <translation>全部合成文档 (PDF)</translation>
    </message>
</context>
<context>
    <name>Clinic</name>
    <message>
        <source>This clinic</source>
        <translation>本诊所</translation>
    </message>
    <message>
        <source>What patients read of this place and are asked here. It stands at every machine as soon as that has heard of it.</source>
        <translation>患者在此看到的信息和会被询问的内容。每台机器收到后立即生效。</translation>
    </message>
    <message>
        <source>Back to what is in force</source>
        <translation>恢复现行设置</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Something here can&apos;t be kept yet.</source>
        <translation>这里还有内容无法保存。</translation>
    </message>
    <message>
        <source>It can&apos;t be kept yet: look at “%1”.</source>
        <translation>还不能保存：请看“%1”。</translation>
    </message>
    <message>
        <source>Kept. It stands everywhere as soon as each machine has heard of it.</source>
        <translation>已保存。每台机器收到后即处处生效。</translation>
    </message>
    <message>
        <source>Tickets and answers have a new name at once; the heads of screens when they start again.</source>
        <translation>新名称立即出现在小票和答复上；屏幕顶部在重新启动后更新。</translation>
    </message>
</context>
<context>
    <name>ClinicWords</name>
    <message>
        <source>The place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>同意书</translation>
    </message>
    <message>
        <source>Reasons to come</source>
        <translation>就诊原因</translation>
    </message>
    <message>
        <source>Name, as patients know it</source>
        <translation>患者所知的名称</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>开放时间</translation>
    </message>
    <message>
        <source>Where people wait</source>
        <translation>候诊地点</translation>
    </message>
    <message>
        <source>Phone number that patients may ring</source>
        <translation>患者可拨打的电话</translation>
    </message>
    <message>
        <source>such as: Riverside Clinic</source>
        <translation>例如：河畔诊所</translation>
    </message>
    <message>
        <source>such as: Mon–Fri 8:00–18:00</source>
        <translation>例如：周一至周五 8:00–18:00</translation>
    </message>
    <message>
        <source>such as: Waiting area B</source>
        <translation>例如：候诊区 B</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>A clinic has a name.</source>
        <translation>诊所必须有名称。</translation>
    </message>
    <message>
        <source>A phone number has digits, blanks and ( ) . / - only, and at least 6 of them.</source>
        <translation>电话号码只含数字、空格和 ( ) . / -，至少 6 个。</translation>
    </message>
    <message>
        <source>Pregnant</source>
        <translation>怀孕</translation>
    </message>
    <message>
        <source>A baby with them</source>
        <translation>带婴儿</translation>
    </message>
    <message>
        <source>A disability</source>
        <translation>残障</translation>
    </message>
    <message>
        <source>An interpreter</source>
        <translation>口译</translation>
    </message>
    <message>
        <source>A wheelchair</source>
        <translation>轮椅</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>无图标</translation>
    </message>
    <message>
        <source>Picture: pulse</source>
        <translation>图标：脉搏</translation>
    </message>
    <message>
        <source>Picture: baby</source>
        <translation>图标：婴儿</translation>
    </message>
    <message>
        <source>Picture: plaster</source>
        <translation>图标：创可贴</translation>
    </message>
    <message>
        <source>Picture: brain</source>
        <translation>图标：大脑</translation>
    </message>
    <message>
        <source>Picture: question mark</source>
        <translation>图标：问号</translation>
    </message>
    <message>
        <source>Picture: eye</source>
        <translation>图标：眼睛</translation>
    </message>
    <message>
        <source>Picture: paper</source>
        <translation>图标：文件</translation>
    </message>
    <message>
        <source>Picture: flask</source>
        <translation>图标：烧瓶</translation>
    </message>
    <message>
        <source>Picture: heart</source>
        <translation>图标：心</translation>
    </message>
    <message>
        <source>Picture: pill</source>
        <translation>图标：药片</translation>
    </message>
    <message>
        <source>Picture: stethoscope</source>
        <translation>图标：听诊器</translation>
    </message>
    <message>
        <source>Picture: syringe</source>
        <translation>图标：注射器</translation>
    </message>
    <message>
        <source>Picture: thermometer</source>
        <translation>图标：体温计</translation>
    </message>
</context>
<context>
    <name>ConsentTexts</name>
    <message>
        <source>written</source>
        <translation>已写</translation>
    </message>
    <message>
        <source>not written</source>
        <translation>未写</translation>
    </message>
    <message>
        <source>What people are asked to agree to</source>
        <translation>请人们同意的内容</translation>
    </message>
    <message>
        <source>Write it in the clinic&apos;s first language too: whoever speaks a language without a text reads that one.</source>
        <translation>请同时用诊所的首选语言写：语言没有文本的人会看到它。</translation>
    </message>
    <message>
        <source>Everybody is asked before they check in or book. Another word in any language, and all are asked anew.</source>
        <translation>签到或预约前会询问每个人。任何语言改动一个字，所有人都会被重新询问。</translation>
    </message>
    <message>
        <source>While no language has a text, nobody is asked.</source>
        <translation>只要没有任何语言的文本，就不会询问任何人。</translation>
    </message>
</context>
<context>
    <name>Copies</name>
    <message>
        <source>Copies of the records</source>
        <translation>记录副本</translation>
    </message>
    <message>
        <source>A copy counts once it was opened, checked and counted. Without its passphrase nobody can read it, and nobody can bring the passphrase back.</source>
        <translation>副本经打开、检查和清点后才算数。没有口令谁也读不了，口令也无法找回。</translation>
    </message>
    <message>
        <source>Keep a copy</source>
        <translation>保存副本</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>存到</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Passphrase: at least 12 characters</source>
        <translation>口令：至少 12 个字符</translation>
    </message>
    <message>
        <source>Write it down now, and keep it where the copy is not.</source>
        <translation>请现在抄下来，并与副本分开保管。</translation>
    </message>
    <message>
        <source>Make one up</source>
        <translation>生成一个</translation>
    </message>
    <message>
        <source>Copying: %1 %</source>
        <translation>正在复制：%1 %</translation>
    </message>
    <message>
        <source>Trying the copy: %1 %</source>
        <translation>正在检验副本：%1 %</translation>
    </message>
    <message>
        <source>Kept and tried: %1 patients, %2 appointments, %3.</source>
        <translation>已保存并检验：%1 位患者，%2 个预约，%3。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was kept.</source>
        <translation>已停止。未保存任何内容。</translation>
    </message>
    <message>
        <source>Put a copy back</source>
        <translation>恢复副本</translation>
    </message>
    <message>
        <source>No copy lies in that place. Put a stick in, or choose another place on the left.</source>
        <translation>那里没有副本。请插入 U 盘，或在左侧选择其他位置。</translation>
    </message>
    <message>
        <source>Passphrase of this copy</source>
        <translation>此副本的口令</translation>
    </message>
    <message>
        <source>Reading the copy: %1 %</source>
        <translation>正在读取副本：%1 %</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>已停止。未作任何更改。</translation>
    </message>
    <message>
        <source>It lies ready. Start again, and this machine goes on with it; what stands here now is kept.</source>
        <translation>已就绪。重新启动后本机将使用它；现有记录会保留。</translation>
    </message>
    <message>
        <source>The copy is whole: %1, made %2, %3 patients, %4 appointments.</source>
        <translation>副本完整：%1，制作于 %2，%3 位患者，%4 个预约。</translation>
    </message>
    <message>
        <source>Try this copy</source>
        <translation>检验此副本</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>立即重新启动</translation>
    </message>
    <message>
        <source>Put this copy back?</source>
        <translation>恢复此副本？</translation>
    </message>
    <message>
        <source>This machine goes back to %1. What was done here since then and is not at the server yet stays in the old records, which are kept beside the new ones.</source>
        <translation>本机将回到 %1 的状态。此后在这里所做、尚未到达服务器的内容会留在旧记录里，旧记录与新记录一同保留。</translation>
    </message>
    <message>
        <source>Yes, put it back</source>
        <translation>是，恢复</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ErrandBar</name>
    <message>
        <source>Stop it</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>Look</name>
    <message>
        <source>How our screens look</source>
        <translation>屏幕外观</translation>
    </message>
    <message>
        <source>Set here for this machine. Words must stand out at least 7 to 1, so that everybody can read them.</source>
        <translation>为本机设置。文字对比度须至少 7:1，人人都能看清。</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Kept. This window shows it already; other screens of this machine do when they start again.</source>
        <translation>已保存。此窗口已生效；本设备的其他屏幕在重新启动后生效。</translation>
    </message>
    <message>
        <source>Our colour, as # and six signs</source>
        <translation>我们的颜色：# 加六个字符</translation>
    </message>
    <message>
        <source>Nothing: the program&apos;s own</source>
        <translation>留空：程序自带颜色</translation>
    </message>
    <message>
        <source>That is no colour. One is #084F56.</source>
        <translation>这不是颜色。例如 #084F56。</translation>
    </message>
    <message>
        <source>Words stand out only %1 to 1 on it. Take a darker one.</source>
        <translation>文字对比度只有 %1:1。请选深一些的颜色。</translation>
    </message>
    <message>
        <source>The program&apos;s own colour</source>
        <translation>程序自带颜色</translation>
    </message>
    <message>
        <source>Our picture: a PNG, JPEG or SVG file of this machine</source>
        <translation>我们的图片：本机上的 PNG、JPEG 或 SVG 文件</translation>
    </message>
    <message>
        <source>Nothing: our sign</source>
        <translation>留空：默认标志</translation>
    </message>
    <message>
        <source>That is not a picture we can show.</source>
        <translation>这张图片无法显示。</translation>
    </message>
    <message>
        <source>First language</source>
        <translation>首选语言</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Tell us you are here.</source>
        <translation>请告诉我们您到了。</translation>
    </message>
    <message>
        <source>I have an appointment</source>
        <translation>我有预约</translation>
    </message>
    <message>
        <source>Words stand out %1 to 1</source>
        <translation>文字对比度 %1:1</translation>
    </message>
</context>
<context>
    <name>Machines</name>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Running since</source>
        <translation>启动时间</translation>
    </message>
    <message>
        <source>Records on this machine</source>
        <translation>本机上的记录</translation>
    </message>
    <message>
        <source>Free on the disk</source>
        <translation>磁盘可用空间</translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation>占用内存</translation>
    </message>
    <message>
        <source>Clock, against the server&apos;s</source>
        <translation>时钟与服务器之差</translation>
    </message>
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
        <source>The test page is out.</source>
        <translation>测试页已打印出来。</translation>
    </message>
    <message>
        <source>The page was sent. The printer did not say whether it came out.</source>
        <translation>已发送。打印机没有报告是否打印出来。</translation>
    </message>
    <message>
        <source>No printer is set up on this machine.</source>
        <translation>本机没有设置打印机。</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>This machine: %1</source>
        <translation>本机：%1</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Printer: %1</source>
        <translation>打印机：%1</translation>
    </message>
    <message>
        <source>So since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>The test page did not come out.</source>
        <translation>测试页没有打印出来。</translation>
    </message>
    <message>
        <source>Printing …</source>
        <translation>正在打印 …</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>打印测试页</translation>
    </message>
    <message>
        <source>Machines of this place</source>
        <translation>本地点的设备</translation>
    </message>
    <message>
        <source>%1 · let in no more</source>
        <translation>%1 · 已停用</translation>
    </message>
    <message>
        <source>%1 · this one</source>
        <translation>%1 · 本机</translation>
    </message>
    <message>
        <source>%1 · last heard of %2</source>
        <translation>%1 · 最近联系 %2</translation>
    </message>
    <message>
        <source>%1 · since %2</source>
        <translation>%1 · 自 %2 起</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>扫描器</translation>
    </message>
    <message>
        <source>Press here, then scan any code: what it says should appear</source>
        <translation>点这里，然后扫描任意条码：内容应会显示</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>Number for the queue</source>
        <translation>排队号</translation>
    </message>
    <message>
        <source>Number for help</source>
        <translation>求助号</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>预约单</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收据</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>测试页</translation>
    </message>
    <message>
        <source>Printed with the program&apos;s own template.</source>
        <translation>使用程序自带的模板打印。</translation>
    </message>
    <message>
        <source>Printed with your own template.</source>
        <translation>使用您自己的模板打印。</translation>
    </message>
    <message>
        <source>Your own template is not right: the program&apos;s own is printed.</source>
        <translation>您的模板有误：改用程序自带的模板打印。</translation>
    </message>
    <message>
        <source>Block %1: %2</source>
        <translation>第 %1 块：%2</translation>
    </message>
    <message>
        <source>Line %1 can&apos;t be read from character %2 on.</source>
        <translation>第 %1 行从第 %2 个字符起无法读取。</translation>
    </message>
    <message>
        <source>The template ends in the middle of something.</source>
        <translation>模板没有写完就结束了。</translation>
    </message>
    <message>
        <source>A template is made of [[block]] and nothing else.</source>
        <translation>模板只由 [[block]] 组成，不能有其他内容。</translation>
    </message>
    <message>
        <source>A paper has room for so many blocks: %1.</source>
        <translation>一张纸最多可有 %1 块。</translation>
    </message>
    <message>
        <source>The template is too long. It may have so many letters: %1.</source>
        <translation>模板太长。最多 %1 个字符。</translation>
    </message>
    <message>
        <source>This is no block. Begin it with [[block]].</source>
        <translation>这不是一个块。请以 [[block]] 开头。</translation>
    </message>
    <message>
        <source>It must be exactly one of these: %1.</source>
        <translation>必须是以下之一，且只能是一个：%1。</translation>
    </message>
    <message>
        <source>%1 means nothing where the block is %2.</source>
        <translation>%1 在 %2 块中没有意义。</translation>
    </message>
    <message>
        <source>Write true after %1, or leave it out.</source>
        <translation>请在 %1 后写 true，或将其删除。</translation>
    </message>
    <message>
        <source>%1 must be a text in quotation marks, no longer than so many letters: %2.</source>
        <translation>%1 必须是引号内的文字，最多 %2 个字符。</translation>
    </message>
    <message>
        <source>In %1 a brace is opened or closed alone.</source>
        <translation>%1 中有花括号没有成对。</translation>
    </message>
    <message>
        <source>%2 in %1 is not known. There are: %3.</source>
        <translation>%1 中的 %2 无法识别。可用的有：%3。</translation>
    </message>
    <message>
        <source>%1 must be a whole number from %2 to %3.</source>
        <translation>%1 必须是 %2 到 %3 之间的整数。</translation>
    </message>
    <message>
        <source>%1 must be true or false.</source>
        <translation>%1 必须是 true 或 false。</translation>
    </message>
    <message>
        <source>%1 must be one of these: %2.</source>
        <translation>%1 必须是以下之一：%2。</translation>
    </message>
    <message>
        <source>This template is not right.</source>
        <translation>此模板不正确。</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>What is on our papers</source>
        <translation>打印单上的内容</translation>
    </message>
    <message>
        <source>Change the words or the order on the left; the paper is drawn on the right, with values that are made up.</source>
        <translation>在一侧修改文字或顺序；另一侧以虚构数据画出打印单。</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>立即重新启动</translation>
    </message>
    <message>
        <source>Take the program&apos;s own</source>
        <translation>改用程序自带的</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Kept. It is printed so when the program starts again.</source>
        <translation>已保存。程序重新启动后按此打印。</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>The paper as it would be printed</source>
        <translation>打印单的样子</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>What becomes of each day</source>
        <translation>每天的变化</translation>
    </message>
    <message>
        <source>No doctor works at this place yet. Add one under Staff.</source>
        <translation>此处尚无医生。请在“员工”中添加。</translation>
    </message>
    <message>
        <source>Say whose days and hours, then look at the plan. It shows each time and what becomes of each day before anything changes.</source>
        <translation>先选医生、日期和时间，再查看计划。更改之前会列出每个时间和每天的变化。</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>One every</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>Mean visit</source>
        <translation>平均就诊</translation>
    </message>
    <message>
        <source>Don&apos;t come</source>
        <translation>不来的人</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Times of a session</source>
        <translation>每场的时间</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n people</source>
        <translation>
            <numerusform>%1，%n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days get them</source>
        <translation>
            <numerusform>%n 天采用</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n days stay as they are</source>
        <translation>
            <numerusform>%n 天不变</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of its hours give way</source>
        <translation>
            <numerusform>%n 段时间让位</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>The queue&apos;s order</source>
        <translation>队列顺序</translation>
    </message>
    <message>
        <source>How many minutes each level should wait at most. Level 1 never waits.</source>
        <translation>每一级最多应等候多少分钟。1 级从不等候。</translation>
    </message>
    <message>
        <source>Back to what is in force</source>
        <translation>恢复现行设置</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The policy of this place is of a newer version: until this machine is updated, the clinic by day orders the queue.</source>
        <translation>此处的规则来自更新的版本：在本机更新之前，按日间诊所的规则排队。</translation>
    </message>
    <message>
        <source>Kept. It orders the queue from now on.</source>
        <translation>已保存。从现在起按此排队。</translation>
    </message>
    <message>
        <source>Begin from published targets</source>
        <translation>从已公布的目标开始</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>Reception may set the triage level too</source>
        <translation>前台也可以设定分诊级别</translation>
    </message>
    <message>
        <source>The more of their target somebody has waited, and the more urgent they are, the sooner they are called. In force: version %1, which each explanation names.</source>
        <translation>等候时间占目标越多、情况越紧急，就越早叫到。现行：版本 %1，每条说明中都会注明。</translation>
    </message>
    <message>
        <source>Targets in minutes</source>
        <translation>目标（分钟）</translation>
    </message>
    <message>
        <source>%1 (special reason: %2)</source>
        <translation>%1（特殊原因：%2）</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>不使用</translation>
    </message>
</context>
<context>
    <name>PolicyWords</name>
    <message>
        <source>Clinic by day</source>
        <translation>日间诊所</translation>
    </message>
    <message>
        <source>CTAS, Canada</source>
        <translation>CTAS（加拿大）</translation>
    </message>
    <message>
        <source>Manchester, MTS</source>
        <translation>曼彻斯特 MTS</translation>
    </message>
    <message>
        <source>ATS, Australia</source>
        <translation>ATS（澳大利亚）</translation>
    </message>
    <message>
        <source>Level 2, very urgent</source>
        <translation>2 级，非常紧急</translation>
    </message>
    <message>
        <source>Level 3, urgent</source>
        <translation>3 级，紧急</translation>
    </message>
    <message>
        <source>Level 4, less urgent</source>
        <translation>4 级，较不紧急</translation>
    </message>
    <message>
        <source>Level 5, not urgent</source>
        <translation>5 级，不紧急</translation>
    </message>
    <message>
        <source>Appointment, from its time</source>
        <translation>预约，自预约时间起</translation>
    </message>
    <message>
        <source>A less urgent level must have the longer target.</source>
        <translation>较不紧急的级别必须有更长的目标。</translation>
    </message>
    <message>
        <source>Two levels are too close: with a special reason the less urgent one would pass the other.</source>
        <translation>两个级别过于接近：有特殊原因时，较不紧急者会超过另一级。</translation>
    </message>
    <message>
        <source>An appointment must have a longer target than the most urgent level.</source>
        <translation>预约的目标必须长于最紧急的级别。</translation>
    </message>
    <message>
        <source>With a special reason an appointment would pass the most urgent level. Give it a longer target.</source>
        <translation>有特殊原因时，预约会超过最紧急的级别。请给它更长的目标。</translation>
    </message>
    <message>
        <source>Beyond its target the least urgent level would overtake the one above it.</source>
        <translation>超过目标后，最不紧急的级别会赶过上一级。</translation>
    </message>
    <message>
        <source>At least one level needs a target.</source>
        <translation>至少一个级别需要目标。</translation>
    </message>
    <message>
        <source>A target is a number of minutes from 1 to 1440.</source>
        <translation>目标为 1 至 1440 之间的分钟数。</translation>
    </message>
    <message>
        <source>That would order people wrongly.</source>
        <translation>这样会排错顺序。</translation>
    </message>
</context>
<context>
    <name>ReasonList</name>
    <message>
        <source>Without words yet</source>
        <translation>尚无文字</translation>
    </message>
    <message>
        <source>%1, urgent</source>
        <translation>%1，紧急</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>These are the clinic&apos;s own.</source>
        <translation>这些是诊所自己的。</translation>
    </message>
    <message>
        <source>These are the program&apos;s own; as soon as one is changed, all are the clinic&apos;s.</source>
        <translation>这些是程序自带的；改动其中一个，全部就成为诊所自己的。</translation>
    </message>
    <message>
        <source>Add a reason</source>
        <translation>添加原因</translation>
    </message>
    <message>
        <source>Take the program&apos;s own reasons</source>
        <translation>使用程序自带的</translation>
    </message>
</context>
<context>
    <name>ReasonPanel</name>
    <message>
        <source>Choose a reason to change it.</source>
        <translation>选择一个原因来修改。</translation>
    </message>
    <message>
        <source>What it is called</source>
        <translation>它的名称</translation>
    </message>
    <message>
        <source>Its picture</source>
        <translation>它的图标</translation>
    </message>
    <message>
        <source>Staff see it as said to be urgent</source>
        <translation>工作人员会看到它被标为紧急</translation>
    </message>
    <message>
        <source>Whoever chooses it is not asked for this need any more:</source>
        <translation>选择它的人不再被问到这项需要：</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Offer it no more</source>
        <translation>不再提供</translation>
    </message>
</context>
<context>
    <name>ReportTable</name>
    <message>
        <source>More columns</source>
        <translation>更多列</translation>
    </message>
</context>
<context>
    <name>SettingWords</name>
    <message>
        <source>What this machine shows</source>
        <translation>本机显示什么</translation>
    </message>
    <message>
        <source>Name of the clinic</source>
        <translation>诊所名称</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>First language</source>
        <translation>首选语言</translation>
    </message>
    <message>
        <source>Languages offered</source>
        <translation>提供的语言</translation>
    </message>
    <message>
        <source>Opening hours, in words</source>
        <translation>营业时间（文字）</translation>
    </message>
    <message>
        <source>Phone number for patients</source>
        <translation>患者电话</translation>
    </message>
    <message>
        <source>Reasons to come without appointment</source>
        <translation>现场就诊的原因</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>Address of the hub in the lobby</source>
        <translation>大厅中继的地址</translation>
    </message>
    <message>
        <source>Look for a hub by itself</source>
        <translation>自动寻找中继</translation>
    </message>
    <message>
        <source>Chime and speak</source>
        <translation>提示音和语音</translation>
    </message>
    <message>
        <source>Languages in which calls are spoken</source>
        <translation>语音呼叫的语言</translation>
    </message>
    <message>
        <source>File of the records</source>
        <translation>记录文件</translation>
    </message>
    <message>
        <source>Folder of the program&apos;s logs</source>
        <translation>程序日志文件夹</translation>
    </message>
    <message>
        <source>Where keys are kept</source>
        <translation>密钥保存位置</translation>
    </message>
    <message>
        <source>How the printer is connected</source>
        <translation>打印机连接方式</translation>
    </message>
    <message>
        <source>Address of the printer</source>
        <translation>打印机地址</translation>
    </message>
    <message>
        <source>Network port of the printer</source>
        <translation>打印机网络端口</translation>
    </message>
    <message>
        <source>Device of the printer</source>
        <translation>打印机设备</translation>
    </message>
    <message>
        <source>Speed of the serial port</source>
        <translation>串口速率</translation>
    </message>
    <message>
        <source>Folder of own templates for paper</source>
        <translation>自定义模板文件夹</translation>
    </message>
    <message>
        <source>Picture on paper</source>
        <translation>纸上的图片</translation>
    </message>
    <message>
        <source>Width of the paper</source>
        <translation>纸宽</translation>
    </message>
    <message>
        <source>Fill the screen</source>
        <translation>全屏显示</translation>
    </message>
    <message>
        <source>Width of the window</source>
        <translation>窗口宽度</translation>
    </message>
    <message>
        <source>Height of the window</source>
        <translation>窗口高度</translation>
    </message>
    <message>
        <source>Corner of the screen</source>
        <translation>屏幕角落</translation>
    </message>
    <message>
        <source>A whole number from %1 to %2.</source>
        <translation>%1 到 %2 之间的整数。</translation>
    </message>
    <message>
        <source>Language tags, with commas between them: en, es, ar. The first language is one of them.</source>
        <translation>语言代码，用逗号分隔：en, es, ar。首选语言须在其中。</translation>
    </message>
    <message>
        <source>Several, with commas between them, or nothing.</source>
        <translation>可填多个，用逗号分隔，或留空。</translation>
    </message>
    <message>
        <source>The name of a time zone, such as Europe/Berlin.</source>
        <translation>时区名称，例如 Europe/Berlin。</translation>
    </message>
    <message>
        <source>An address such as https://clinic.example, or nothing.</source>
        <translation>地址，例如 https://clinic.example，或留空。</translation>
    </message>
    <message>
        <source>A file or folder of this machine, or nothing.</source>
        <translation>本机上的文件或文件夹，或留空。</translation>
    </message>
    <message>
        <source>One line of text.</source>
        <translation>一行文字。</translation>
    </message>
    <message>
        <source>said when the program was started</source>
        <translation>启动程序时指定</translation>
    </message>
    <message>
        <source>said by the system&apos;s environment</source>
        <translation>由系统环境指定</translation>
    </message>
    <message>
        <source>from the settings file</source>
        <translation>来自设置文件</translation>
    </message>
    <message>
        <source>from the server</source>
        <translation>来自服务器</translation>
    </message>
    <message>
        <source>not set: this is the usual value</source>
        <translation>未设置：这是默认值</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>Settings of this machine</source>
        <translation>本机设置</translation>
    </message>
    <message numerus="yes">
        <source>%n changes take effect when the program starts again.</source>
        <translation>
            <numerusform>%n 项更改将在程序重新启动后生效。</numerusform>
        </translation>
    </message>
    <message>
        <source>Each change is checked before it is kept, and takes effect when the program starts again.</source>
        <translation>每项更改先检查再保存，程序重新启动后生效。</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>立即重新启动</translation>
    </message>
    <message>
        <source>%1 · from the next start</source>
        <translation>%1 · 下次启动起</translation>
    </message>
    <message>
        <source>Choose a setting to change it.</source>
        <translation>请选择要更改的设置。</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>新值</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>Who works here</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>People and what they may do are kept at the server, so changes need it.</source>
        <translation>人员和权限保存在服务器上，更改需要连上服务器。</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>%1 · let in no more</source>
        <translation>%1 · 已停用</translation>
    </message>
    <message>
        <source>Choose somebody to change what is said of them.</source>
        <translation>请选择要更改的人员。</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>新人员</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Works as</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>诊室</translation>
    </message>
    <message>
        <source>Specialty</source>
        <translation>专科</translation>
    </message>
    <message>
        <source>E-mail, with which they sign in</source>
        <translation>登录用的电子邮件</translation>
    </message>
    <message>
        <source>Give them this code. It is shown only once, and with it they choose their password:</source>
        <translation>请把此代码交给对方。它只显示一次，用来设置密码：</translation>
    </message>
    <message>
        <source>A PIN for them, of 6 digits or more</source>
        <translation>为其设置 PIN 码，6 位或以上</translation>
    </message>
    <message>
        <source>Let them sign in with this PIN</source>
        <translation>允许用此 PIN 码登录</translation>
    </message>
    <message>
        <source>Let them choose a new password</source>
        <translation>让其设置新密码</translation>
    </message>
    <message>
        <source>Let them in no more</source>
        <translation>停止其登录</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>They sign in at every desk with this PIN now. Desks that are cut off learn it later.</source>
        <translation>现在可在所有工作台用此 PIN 码登录。断网的工作台稍后得知。</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation>正在询问服务器 …</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Let %1 in no more?</source>
        <translation>停止 %1 登录？</translation>
    </message>
    <message>
        <source>They are signed out everywhere within seconds. What they did stays theirs.</source>
        <translation>几秒内将在各处退出登录。其所做的记录仍归其名下。</translation>
    </message>
    <message>
        <source>Yes, let them in no more</source>
        <translation>是，停止其登录</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>Fetching the clinic&apos;s records: %1 %</source>
        <translation>正在获取诊所记录：%1 %</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached. The hub in the lobby keeps what is done here.</source>
        <translation>连不上服务器。大厅中继会保管这里所做的一切。</translation>
    </message>
    <message>
        <source>Connected to the server.</source>
        <translation>已连接服务器。</translation>
    </message>
    <message>
        <source>Connected. The server has everything.</source>
        <translation>已连接。服务器上已有全部内容。</translation>
    </message>
    <message>
        <source>Sending and fetching …</source>
        <translation>正在收发 …</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached. Everything goes on here, and is sent later.</source>
        <translation>连不上服务器。这里照常工作，稍后再发送。</translation>
    </message>
    <message>
        <source>The server answers with errors. It is tried again by itself.</source>
        <translation>服务器返回错误，会自动重试。</translation>
    </message>
    <message>
        <source>Waiting alone will not mend this: please ask for help, and name the code.</source>
        <translation>光等待解决不了：请求助并报出代码。</translation>
    </message>
    <message>
        <source>No server is named: this machine works alone.</source>
        <translation>未指定服务器：本机独立工作。</translation>
    </message>
    <message numerus="yes">
        <source>Done: %n pieces of work were settled.</source>
        <translation>
            <numerusform>完成：已处理 %n 项操作。</numerusform>
        </translation>
    </message>
    <message>
        <source>The server did not answer. Nothing is lost: it is tried again by itself.</source>
        <translation>服务器没有响应。什么都没丢：会自动重试。</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Stopped. Nothing was kept.</source>
        <translation>已停止。未保存任何内容。</translation>
    </message>
    <message>
        <source>Sync log</source>
        <translation>同步日志</translation>
    </message>
    <message>
        <source>%1 Code: %2</source>
        <translation>%1 代码：%2</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation>正在询问服务器 …</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>Safe at the hub</source>
        <translation>在中继上</translation>
    </message>
    <message>
        <source>Kept back</source>
        <translation>被扣留</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>待查看</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>上次响应</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>So since</source>
        <translation>自</translation>
    </message>
    <message numerus="yes">
        <source>Writing the file: %n entries so far</source>
        <translation>
            <numerusform>正在写文件：已写 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>From day</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>2026-03-09</source>
        <translation>2026-03-09</translation>
    </message>
    <message>
        <source>Not a day</source>
        <translation>不是日期</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>More than %1 entries</source>
        <translation>超过 %1 条</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Nothing in the log is like that.</source>
        <translation>日志里没有这样的内容。</translation>
    </message>
    <message>
        <source>Nothing was done here yet.</source>
        <translation>这里还没有任何操作。</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>发生时间</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>处理时间</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>The patient</source>
        <translation>患者本人</translation>
    </message>
    <message>
        <source>Nobody known, or the program itself</source>
        <translation>身份未知者，或程序本身</translation>
    </message>
    <message>
        <source>About</source>
        <translation>涉及</translation>
    </message>
    <message>
        <source>Number in its log</source>
        <translation>日志编号</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>All that it changed</source>
        <translation>所有更改</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Export the sync log</source>
        <translation>导出同步日志</translation>
    </message>
    <message numerus="yes">
        <source>What the filter leaves: %n entries.</source>
        <translation>
            <numerusform>筛选后：%n 条。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All of it: %n entries.</source>
        <translation>
            <numerusform>全部：%n 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>存到</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>表格 (CSV)</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>Paper (PDF)</source>
        <translation>纸面 (PDF)</translation>
    </message>
</context>
<context>
    <name>TemplateWords</name>
    <message>
        <source>First day</source>
        <translation>第一天</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>开始于</translation>
    </message>
    <message>
        <source>Ends at</source>
        <translation>结束于</translation>
    </message>
    <message>
        <source>Mean visit, min</source>
        <translation>平均就诊，分钟</translation>
    </message>
    <message>
        <source>Don&apos;t come, %</source>
        <translation>不来，%</translation>
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
        <translation>按以往</translation>
    </message>
    <message>
        <source>%1 proposed</source>
        <translation>建议 %1</translation>
    </message>
    <message>
        <source>A day is written 2026-03-09.</source>
        <translation>日期写作 2026-03-09。</translation>
    </message>
    <message>
        <source>That is before the first day.</source>
        <translation>早于第一天。</translation>
    </message>
    <message>
        <source>92 days at most.</source>
        <translation>最多 92 天。</translation>
    </message>
    <message>
        <source>A time is written 08:05, in steps of 5 minutes.</source>
        <translation>时间写作 08:05，以 5 分钟为单位。</translation>
    </message>
    <message>
        <source>A session ends after it begins.</source>
        <translation>结束须晚于开始。</translation>
    </message>
    <message>
        <source>That is shorter than one visit.</source>
        <translation>短于一次就诊。</translation>
    </message>
    <message>
        <source>3 to 120 minutes.</source>
        <translation>3 到 120 分钟。</translation>
    </message>
    <message>
        <source>0 to 60 per cent.</source>
        <translation>百分之 0 到 60。</translation>
    </message>
    <message>
        <source>A plan needs the server, which can&apos;t be reached now. Nothing was changed, and what you typed stays here.</source>
        <translation>计划需要服务器，目前无法连接。未作任何更改，您填写的内容会保留。</translation>
    </message>
    <message>
        <source>You signed in without the server. Lock the screen, sign in again while it is connected, and try once more: what you typed stays here.</source>
        <translation>您登录时未连接服务器。请锁定屏幕，连接后重新登录再试：您填写的内容会保留。</translation>
    </message>
    <message>
        <source>Something changed since you looked, so nothing was done. This is how it would be now.</source>
        <translation>您查看后有变动，因此未执行。现在的计划如下。</translation>
    </message>
    <message>
        <source>No template can be made of this: a session is at least as long as its mean visit.</source>
        <translation>无法生成模板：一场至少要有一次平均就诊那么长。</translation>
    </message>
    <message>
        <source>That doctor works here no more. Choose another one.</source>
        <translation>该医生已不在此工作。请另选一位。</translation>
    </message>
    <message>
        <source>Has begun or passed</source>
        <translation>已开始或已过去</translation>
    </message>
    <message>
        <source>On leave: stays so</source>
        <translation>休假：不变</translation>
    </message>
    <message>
        <source>Keeps its recurring hours</source>
        <translation>保留固定时间</translation>
    </message>
    <message>
        <source>Works at another place then</source>
        <translation>当时在别处工作</translation>
    </message>
    <message>
        <source>Keeps the hours it has</source>
        <translation>保留现有时间</translation>
    </message>
    <message>
        <source>Has these times already</source>
        <translation>已是这些时间</translation>
    </message>
    <message>
        <source>Gets these times</source>
        <translation>采用这些时间</translation>
    </message>
    <message numerus="yes">
        <source>%n booked, who keep their time</source>
        <translation>
            <numerusform>%n 人已预约，时间不变</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1，其中 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n times beside the template</source>
        <translation>
            <numerusform>模板外 %n 个时间</numerusform>
        </translation>
    </message>
    <message>
        <source>Mean visit: from their own visits here, drawn to everybody&apos;s.</source>
        <translation>平均就诊：按其本人在此的就诊，并向全体平均靠拢。</translation>
    </message>
    <message>
        <source>Mean visit: from everybody&apos;s visits here, as they have none of their own yet.</source>
        <translation>平均就诊：按全体在此的就诊，其本人尚无记录。</translation>
    </message>
    <message>
        <source>Mean visit: the usual one, as there are too few past visits here.</source>
        <translation>平均就诊：通常值，此处以往就诊太少。</translation>
    </message>
    <message>
        <source>Mean visit: as you typed it.</source>
        <translation>平均就诊：按您填写的。</translation>
    </message>
    <message numerus="yes">
        <source>Don&apos;t come: from their own appointments here in the last %n days, drawn to everybody&apos;s.</source>
        <translation>
            <numerusform>不来的人：按其本人最近 %n 天在此的预约，并向全体靠拢。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Don&apos;t come: from everybody&apos;s appointments here in the last %n days, as they have none of their own yet.</source>
        <translation>
            <numerusform>不来的人：按全体最近 %n 天在此的预约，其本人尚无记录。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Don&apos;t come: the usual share, as fewer than %1 appointments were kept or missed here in the last %n days.</source>
        <translation>
            <numerusform>不来的人：通常比例，此处最近 %n 天履约或失约的预约不足 %1 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Don&apos;t come: as you typed it.</source>
        <translation>不来的人：按您填写的。</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Session templates</source>
        <translation>场次模板</translation>
    </message>
    <message numerus="yes">
        <source>Done: %n days have these times now, and can be booked.</source>
        <translation>
            <numerusform>完成：%n 天已有这些时间，可以预约。</numerusform>
        </translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>医生</translation>
    </message>
    <message>
        <source>Doctor at %1</source>
        <translation>%1 的医生</translation>
    </message>
    <message>
        <source>Nobody chosen yet</source>
        <translation>尚未选择</translation>
    </message>
    <message>
        <source>Choose a doctor first.</source>
        <translation>请先选择医生。</translation>
    </message>
    <message>
        <source>On these days of the week</source>
        <translation>每周的这些天</translation>
    </message>
    <message>
        <source>Hours within the session give way</source>
        <translation>场次内的原有时间让位</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation>正在询问服务器…</translation>
    </message>
    <message>
        <source>Two come at the start, then one after another. Where some stay away, more are booked.</source>
        <translation>开始时来两位，之后逐一到来。若有人不来，则多约几位。</translation>
    </message>
    <message>
        <source>Look at the plan</source>
        <translation>查看计划</translation>
    </message>
    <message numerus="yes">
        <source>Apply it to %n days</source>
        <translation>
            <numerusform>应用于 %n 天</numerusform>
        </translation>
    </message>
</context>
</TS>
