import QtQuick
import "../controls"

// A button of the staff's screens, with its key beside its word.
Pressable {
    id: root

    property bool primary: false
    property bool quiet: false
    property bool alert: false
    property string glyph: ""
    property string keys: ""
    readonly property bool filled: primary && enabled
    readonly property color ink: !root.enabled ? Theme.softInk : root.filled ? Theme.inkOnPrimary : root.alert ? Theme.alert : Theme.ink

    radius: Theme.staffRadius
    ring: Theme.staffFocus
    opacity: root.enabled ? 1 : 0.55
    implicitWidth: row.implicitWidth + 2 * Theme.length(26)
    implicitHeight: Math.max(Theme.staffTarget, words.implicitHeight + Theme.length(20))
    Accessible.description: root.keys

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: root.filled ? root.pressed ? Theme.primaryPressed : Theme.primary : root.pressed ? Theme.surfacePressed : root.quiet ? "transparent" : Theme.surface
        border.width: root.filled || root.quiet ? 0 : Theme.staffStroke
        border.color: root.alert ? Theme.alert : Theme.line
    }

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.length(14)

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.glyph !== ""
            text: root.glyph
            font.pixelSize: Theme.staffIcon
            color: root.ink
        }

        Words {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, root.width - Theme.length(30) - (root.glyph === "" ? 0 : Theme.staffIcon + row.spacing) - (hint.visible ? hint.width + row.spacing : 0))
            text: root.name
            color: root.ink
            height: root.height
            font.pixelSize: Theme.staffLabel
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.staffNote
            font.weight: Theme.semibold
            lineHeight: Theme.tightLeading
            verticalAlignment: Text.AlignVCenter
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }

        KeyHint {
            id: hint

            anchors.verticalCenter: parent.verticalCenter
            keys: root.keys
            ink: root.filled ? Theme.softInkOnPrimary : Theme.softInk
        }
    }
}
