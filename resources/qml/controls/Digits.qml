import QtQuick

// What was typed so far, large, read from left to right in every language.
Rectangle {
    id: root

    required property string name
    property string text: ""
    property string hint: ""
    property bool active: true

    implicitHeight: Math.max(Theme.length(Theme.wide ? 110 : 130), words.implicitHeight)
    radius: Theme.cardRadius
    color: Theme.surface
    border.width: root.active ? Theme.stroke * 1.5 : Theme.stroke
    border.color: root.active ? Theme.primary : Theme.line
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    Accessible.role: Accessible.StaticText
    Accessible.name: root.name
    Accessible.description: root.text

    Words {
        id: words

        anchors.centerIn: parent
        width: parent.width - 2 * Theme.grid
        text: root.text === "" ? root.hint : root.text
        color: root.text === "" ? Theme.softInk : Theme.ink
        font.pixelSize: Math.min(Theme.title, Math.floor(root.width / 11))
        font.weight: Theme.heavy
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.note
        font.features: ({ "tnum": 1 })
        font.letterSpacing: Theme.length(2)
        horizontalAlignment: Text.AlignHCenter
        lineHeight: 1
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
