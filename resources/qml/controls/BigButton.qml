import QtQuick

// A button that finishes a screen or leaves it. One on each screen is `primary`: filled.
Pressable {
    id: root

    property bool primary: false
    property bool festive: false
    property string glyph: ""
    property bool glyphLeads: false
    property bool glyphMirrors: false
    readonly property bool filled: primary && enabled
    readonly property color fill: festive ? filled ? Theme.festiveButton : Theme.festive : filled ? Theme.primary : primary ? Theme.paper : Theme.surface
    readonly property color fillPressed: festive === filled ? Theme.surfacePressed : Theme.primaryPressed
    readonly property color ink: festive ? filled ? Theme.inkOnFestiveButton : Theme.inkOnFestive : filled ? Theme.inkOnPrimary : primary ? Theme.softInk : Theme.ink

    implicitWidth: row.implicitWidth + 2 * Theme.grid * 1.5
    implicitHeight: Math.max(Theme.primaryTarget, words.implicitHeight + 2 * Theme.grid)

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: root.pressed ? root.fillPressed : root.fill
        border.width: root.filled ? 0 : Theme.stroke
        border.color: root.festive ? Theme.lineOnFestive : Theme.line
    }

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.grid
        layoutDirection: root.glyphLeads !== Theme.rightToLeft ? Qt.LeftToRight : Qt.RightToLeft
        LayoutMirroring.enabled: false

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.glyph !== ""
            text: root.glyph
            mirrors: root.glyphMirrors
            color: root.ink
        }

        Words {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, root.width - 2 * Theme.grid - (root.glyph === "" ? 0 : Theme.icon + Theme.grid))
            text: root.name
            color: root.ink
            font.pixelSize: Theme.body
            height: root.height
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.length(40)
            verticalAlignment: Text.AlignVCenter
            font.weight: Theme.heavy
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
    }
}
