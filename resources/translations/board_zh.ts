<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Calls</name>
    <message numerus="yes">
        <source>Updated %n s ago</source>
        <translation>
            <numerusform>%n 秒前更新</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has been called yet today</source>
        <translation>今天尚未叫号</translation>
    </message>
    <message>
        <source>Now calling</source>
        <translation>正在叫号</translation>
    </message>
    <message>
        <source>Last called</source>
        <translation>最近叫号</translation>
    </message>
    <message>
        <source>Please see the desk</source>
        <translation>请到服务台</translation>
    </message>
    <message>
        <source>See the desk</source>
        <translation>请到服务台</translation>
    </message>
</context>
<context>
    <name>Line</name>
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
    <message>
        <source>With the doctor: %1</source>
        <translation>就诊中：%1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>up to %1 min</source>
        <translation>最多 %1 分钟</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>%1–%2 分钟</translation>
    </message>
    <message>
        <source>wait, about</source>
        <translation>预计等候</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>Waiting now</source>
        <translation>当前等候</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>The clinic&apos;s records are on their way</source>
        <translation>正在接收诊所数据</translation>
    </message>
    <message>
        <source>No doctor is in yet</source>
        <translation>暂无医生出诊</translation>
    </message>
    <message>
        <source>Working offline. Emergencies may go first.</source>
        <translation>离线运行中。急症可能优先。</translation>
    </message>
    <message>
        <source>Emergencies may go first.</source>
        <translation>急症可能优先。</translation>
    </message>
</context>
<context>
    <name>Stale</name>
    <message>
        <source>This board is not up to date</source>
        <translation>本屏信息可能已过时</translation>
    </message>
    <message>
        <source>Please listen for your number, or ask at the desk.</source>
        <translation>请留意叫号，或到服务台询问。</translation>
    </message>
</context>
</TS>
