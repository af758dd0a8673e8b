import QtQuick
import "../controls"

// How something is: a sign and a word, never the colour alone.
Row {
    id: root

    required property string mark
    required property string words
    readonly property color ink: root.mark === "good" ? Theme.good : root.mark === "watch" ? Theme.warning : root.mark === "bad" ? Theme.alert : Theme.softInk

    spacing: Theme.length(10)

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        text: root.mark === "good" ? Icons.circleCheck : root.mark === "watch" ? Icons.circleAlert : root.mark === "bad" ? Icons.triangleAlert : Icons.clock
        font.pixelSize: Theme.staffIcon * 0.85
        color: root.ink
    }

    Words {
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(0, Math.min(implicitWidth, root.width - Theme.staffIcon - root.spacing))
        text: root.words
        color: root.ink
        font.pixelSize: Theme.staffLabel
        lineHeight: Theme.tightLeading
        elide: Text.ElideRight
        maximumLineCount: 2
    }
}
