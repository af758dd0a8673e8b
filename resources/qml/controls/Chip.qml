import QtQuick

// A small choice among several, such as a language.
Pressable {
    id: root

    property string family: Theme.family
    property real fontSize: Theme.label

    role: Accessible.RadioButton
    checkable: true
    radius: height / 2
    implicitWidth: words.implicitWidth + 2 * Theme.grid
    implicitHeight: Math.max(Theme.target, words.implicitHeight + Theme.grid)

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: root.checked ? Theme.chosen : root.pressed ? Theme.surfacePressed : Theme.surface
        border.width: root.checked ? 0 : Theme.stroke
        border.color: Theme.line
    }

    Words {
        id: words

        anchors.centerIn: parent
        width: Math.min(implicitWidth, root.width - Theme.grid)
        text: root.name
        color: root.checked ? Theme.inkOnChosen : Theme.ink
        font.family: root.family
        font.pixelSize: root.fontSize
        font.weight: Theme.semibold
        horizontalAlignment: Text.AlignHCenter
        Accessible.ignored: true
    }
}
