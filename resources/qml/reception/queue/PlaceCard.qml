import QtQuick
import Anteroom.Screens
import "../../controls"

// Somebody in a line: number, name, how long, and in words where they stand.
Pressable {
    id: root

    required property string number
    required property string person
    required property int standing
    required property int minutes
    required property string booked
    required property int over
    required property int triage
    required property int flags
    required property string room
    required property int shortest
    required property int longest
    required property int recalls
    property bool chosen: false
    readonly property bool waits: standing === PlaceList.Standing.WAITING
    readonly property bool quiet: standing === PlaceList.Standing.PARKED || standing === PlaceList.Standing.ABSENT
    readonly property bool alarms: standing === PlaceList.Standing.EMERGENCY
    readonly property string remark: waits ? QueueWords.remark(flags, over, triage) : ""
    readonly property string words: waits ? QueueWords.waiting(booked, remark) : alarms ? qsTr("See at once") : QueueWords.state(standing, room, recalls)
    readonly property string ahead: waits ? QueueWords.range(shortest, longest) : ""
    // Soft ink is for white and paper alone: on the others it would fall below 7:1.
    readonly property color quietInk: alarms || (over > 0 && waits) ? Theme.alert : waits || quiet ? Theme.softInk : Theme.ink
    readonly property color ground: alarms ? Theme.alertGround : standing === PlaceList.Standing.INSIDE ? Theme.tint : standing === PlaceList.Standing.CALLED ? Theme.warningGround : quiet ? Theme.paper : Theme.surface

    name: root.number + (root.person === "" ? "" : ", " + root.person)
    radius: Theme.staffRadius
    implicitHeight: Theme.length(104) + who.implicitHeight * (1 - 1 / Math.max(1, who.lineCount))
    activeFocusOnTab: false
    Accessible.description: [root.booked === "" ? "" : qsTr("Booked for %1").arg(root.booked), root.over > 0 && root.waits ? qsTr("%1 min over target").arg(root.over) : "", root.words, QueueWords.spent(root.minutes), root.ahead].filter(part => part !== "").join(", ")
    Accessible.selectable: true
    Accessible.selected: root.chosen

    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: root.pressed ? Theme.surfacePressed : root.ground
        border.width: root.chosen ? Theme.staffFocus : root.alarms ? Theme.staffFocus : Theme.staffStroke
        border.color: root.chosen ? Theme.primary : root.alarms ? Theme.alert : Theme.quietLine
    }

    Words {
        id: figures

        anchors.left: parent.left
        anchors.leftMargin: Theme.length(18)
        anchors.baseline: parent.top
        anchors.baselineOffset: Theme.length(46)
        width: Theme.length(80)
        text: Theme.isolated(root.number)
        color: root.alarms ? Theme.alert : Theme.ink
        font.pixelSize: Theme.staffTitle
        font.weight: Theme.heavy
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 8
        lineHeight: 1
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }

    Words {
        id: who

        anchors.left: figures.right
        anchors.leftMargin: Theme.length(10)
        anchors.right: spent.left
        anchors.rightMargin: Theme.length(10)
        anchors.baseline: figures.baseline
        text: root.person === "" ? qsTr("no name") : root.person
        color: root.person === "" ? Theme.softInk : Theme.ink
        font.pixelSize: Theme.staffBody
        font.weight: root.person === "" ? Theme.regular : Theme.semibold
        lineHeight: 1
        elide: Text.ElideRight
        maximumLineCount: 6
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }

    Words {
        id: spent

        anchors.right: parent.right
        anchors.rightMargin: Theme.length(18)
        anchors.baseline: figures.baseline
        text: QueueWords.spent(root.minutes)
        color: root.over > 0 && root.waits ? Theme.alert : Theme.ink
        font.pixelSize: Theme.staffBody
        font.weight: Theme.semibold
        lineHeight: 1
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }

    Icon {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: Theme.length(18)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.length(14)
        visible: text !== ""
        text: root.alarms ? Icons.siren : root.standing === PlaceList.Standing.CALLED ? Icons.megaphone : root.standing === PlaceList.Standing.INSIDE ? Icons.stethoscope : root.quiet ? Icons.pause : root.flags & PlaceList.Flag.PUT_FIRST ? Icons.arrowUp : root.over > 0 ? Icons.circleAlert : root.booked !== "" ? Icons.calendarClock : ""
        color: root.quietInk
        font.pixelSize: Theme.length(28)
    }

    Words {
        id: second

        anchors.left: who.left
        anchors.right: ahead.left
        anchors.rightMargin: Theme.length(10)
        anchors.baseline: parent.bottom
        anchors.baselineOffset: -Theme.length(22)
        text: root.words
        color: root.quietInk
        font.pixelSize: Theme.staffNote
        // A word of one language that is a little longer beside the wait is a little smaller, and whole.
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Math.round(Theme.staffNote * 0.85)
        font.weight: root.alarms ? Theme.heavy : Theme.regular
        lineHeight: 1
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }

    Words {
        id: ahead

        anchors.right: parent.right
        anchors.rightMargin: Theme.length(18)
        anchors.baseline: second.baseline
        text: root.ahead
        color: Theme.softInk
        font.pixelSize: Theme.staffNote
        lineHeight: 1
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
