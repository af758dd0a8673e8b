<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Main</name>
    <message>
        <source>That could not be done. Nothing was changed.</source>
        <translation>未能完成，没有任何更改。</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>好的</translation>
    </message>
    <message>
        <source>Still there?</source>
        <translation>您还在吗？</translation>
    </message>
    <message numerus="yes">
        <source>You are signed out in %n seconds.</source>
        <translation>
            <numerusform>%n 秒后将自动退出登录。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>保持登录</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Sections above</source>
        <translation>上方栏目</translation>
    </message>
    <message>
        <source>Sections below</source>
        <translation>下方栏目</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>My queue</source>
        <translation>我的队列</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Sync log</source>
        <translation>同步日志</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>诊所</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>打印单</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Reception</source>
        <translation>前台</translation>
    </message>
    <message>
        <source>Nurse</source>
        <translation>护士</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>医生</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>That PIN is not right. Please try again.</source>
        <translation>PIN 码不正确，请重试。</translation>
    </message>
    <message numerus="yes">
        <source>Too many tries. Please wait %n seconds.</source>
        <translation>
            <numerusform>尝试次数过多，请等待 %n 秒。</numerusform>
        </translation>
    </message>
    <message>
        <source>The first sign-in at this desk needs the server, which can&apos;t be reached now.</source>
        <translation>首次在此前台登录需要连接服务器，但现在无法连接。</translation>
    </message>
    <message>
        <source>Too many wrong tries. Once the server can be reached again, sign in here with the right PIN.</source>
        <translation>错误次数过多。待服务器恢复连接后，请用正确的 PIN 码在此登录。</translation>
    </message>
    <message>
        <source>That could not be checked. Please try again.</source>
        <translation>无法核对，请重试。</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>您是谁？</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Type your name, or choose it below</source>
        <translation>输入姓名，或在下方选择</translation>
    </message>
    <message>
        <source>Nobody can sign in at this desk yet. An administrator adds people who work here.</source>
        <translation>还没有人可以在此前台登录。由管理员添加在这里工作的人员。</translation>
    </message>
    <message>
        <source>Nobody of that name works here.</source>
        <translation>这里没有叫这个名字的员工。</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>您的 PIN 码</translation>
    </message>
    <message numerus="yes">
        <source>%n digits typed</source>
        <translation>
            <numerusform>已输入 %n 位</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在核对…</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Not me</source>
        <translation>不是我</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
</context>
<context>
    <name>StaffField</name>
    <message>
        <source>No more fits in here</source>
        <translation>此处已写满</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n 项待发送</numerusform>
        </translation>
    </message>
    <message>
        <source>This machine works by itself</source>
        <translation>本机独立工作</translation>
    </message>
    <message>
        <source>Fetching the clinic&apos;s records: %1 %</source>
        <translation>正在获取诊所记录：%1 %</translation>
    </message>
    <message>
        <source>Working offline · %1 · since %2</source>
        <translation>离线工作中 · %1 · 自 %2 起</translation>
    </message>
    <message>
        <source>Working offline · since %1</source>
        <translation>离线工作中 · 自 %1 起</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
</context>
</TS>
