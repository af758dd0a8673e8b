pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"
import "../../staff"

// The queue board: every doctor's line beside whoever is chosen in it.
FocusScope {
    id: root

    required property QueueScreen screen
    readonly property real side: Math.round(Math.min(Theme.staffSide, width * 0.37))

    function act(key: int): bool {
        switch (key) {
        case Qt.Key_R:
            root.screen.recall();
            return true;
        case Qt.Key_A:
            root.screen.absent();
            return true;
        case Qt.Key_P:
            root.screen.park();
            return true;
        case Qt.Key_T:
            root.screen.askTransfer();
            return true;
        case Qt.Key_G:
            root.screen.askTriage();
            return true;
        case Qt.Key_S:
            root.screen.start();
            return true;
        case Qt.Key_C:
            root.screen.complete();
            return true;
        case Qt.Key_L:
            root.screen.leave();
            return true;
        case Qt.Key_I:
            root.screen.printAgain();
            return true;
        case Qt.Key_U:
            root.screen.undo();
            return true;
        case Qt.Key_E:
            root.screen.chooseAlarm();
            return true;
        default:
            return false;
        }
    }

    function callNth(key: int): bool {
        if (key < Qt.Key_F1 || key > Qt.Key_F9)
            return false;
        root.screen.callNextAt(key - Qt.Key_F1);
        return true;
    }

    Keys.onUpPressed: root.screen.moveRow(-1)
    Keys.onDownPressed: root.screen.moveRow(1)
    Keys.onLeftPressed: root.screen.moveColumn(Theme.rightToLeft ? 1 : -1)
    Keys.onRightPressed: root.screen.moveColumn(Theme.rightToLeft ? -1 : 1)
    Keys.onReturnPressed: root.screen.call()
    Keys.onEnterPressed: root.screen.call()
    Keys.onEscapePressed: root.screen.hush()
    Keys.onPressed: event => {
        if (!event.isAutoRepeat && event.modifiers === Qt.NoModifier)
            event.accepted = root.callNth(event.key) || root.act(event.key);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    Pressable {
        id: alarm

        anchors.left: parent.left
        anchors.right: panel.left
        anchors.top: parent.top
        anchors.margins: visible ? Theme.staffGap : 0
        height: visible ? Math.max(Theme.staffTarget, alarmWords.implicitHeight + Theme.length(20)) : 0
        visible: root.screen.alarm !== ""
        enabled: visible
        radius: Theme.staffRadius
        name: qsTr("Emergency: %1, see at once").arg(Theme.isolated(root.screen.alarm) + (root.screen.alarmName === "" ? "" : "  ·  " + root.screen.alarmName))
        Accessible.role: Accessible.AlertMessage
        onAct: root.screen.chooseAlarm()

        Rectangle {
            anchors.fill: parent
            radius: alarm.radius
            color: Theme.alert
        }

        Icon {
            id: siren

            anchors.left: parent.left
            anchors.leftMargin: Theme.length(22)
            anchors.verticalCenter: parent.verticalCenter
            text: Icons.siren
            color: Theme.inkOnPrimary
            font.pixelSize: Theme.length(38)
        }

        Words {
            id: alarmWords

            anchors.left: siren.right
            anchors.leftMargin: Theme.staffGap
            anchors.right: alarmKey.left
            anchors.rightMargin: Theme.staffGap
            anchors.verticalCenter: parent.verticalCenter
            text: alarm.name
            color: Theme.inkOnPrimary
            font.pixelSize: Theme.staffBody
            font.weight: Theme.heavy
            Accessible.ignored: true
        }

        KeyHint {
            id: alarmKey

            anchors.right: parent.right
            anchors.rightMargin: Theme.length(22)
            anchors.verticalCenter: parent.verticalCenter
            keys: "E"
            ink: Theme.inkOnPrimary
        }
    }

    Item {
        id: unread

        anchors.left: parent.left
        anchors.right: panel.left
        anchors.top: alarm.bottom
        anchors.margins: Theme.staffGap
        anchors.bottomMargin: 0
        visible: root.screen.failed
        height: visible ? Math.max(problem.height, again.height) : 0

        Sentence {
            id: problem

            anchors.left: parent.left
            anchors.right: again.left
            anchors.rightMargin: Theme.staffGap
            glyph: Icons.triangleAlert
            text: root.screen.known ? qsTr("The queue cannot be read just now. This is how it stood at %1.").arg(root.screen.readAt) : qsTr("The queue cannot be read just now.")
        }

        StaffButton {
            id: again

            anchors.right: parent.right
            anchors.verticalCenter: problem.verticalCenter
            glyph: Icons.refreshCw
            name: qsTr("Try again")
            onAct: root.screen.readAgain()
        }
    }

    Flow {
        id: tabs

        anchors.left: parent.left
        anchors.leftMargin: Theme.staffMargin
        anchors.right: panel.left
        anchors.rightMargin: Theme.staffMargin
        anchors.top: unread.bottom
        anchors.topMargin: visible ? Theme.staffGap : 0
        height: visible ? implicitHeight : 0
        visible: lines.fitting < root.screen.columns
        spacing: Theme.length(10)

        Repeater {
            model: tabs.visible ? root.screen.lines : null

            delegate: Tab {
                required property int index

                height: Theme.length(52)
                checked: root.screen.column === index
                onAct: root.screen.moveColumn(index - root.screen.column)
            }
        }
    }

    ListView {
        id: lines

        readonly property int fitting: Math.max(1, Math.min(root.screen.columns, Math.floor((width + spacing) / (Theme.length(340) + spacing))))
        readonly property real column: Math.floor(Math.min(Theme.length(620), (width - (fitting - 1) * spacing) / fitting))

        anchors.left: parent.left
        anchors.leftMargin: Theme.staffMargin
        anchors.right: panel.left
        anchors.rightMargin: Theme.staffMargin
        anchors.top: tabs.bottom
        anchors.topMargin: Theme.length(24)
        anchors.bottom: parent.bottom
        orientation: ListView.Horizontal
        spacing: Theme.length(24)
        model: root.screen.lines
        boundsBehavior: Flickable.StopAtBounds
        snapMode: ListView.SnapToItem
        interactive: contentWidth > width
        clip: true
        keyNavigationEnabled: false
        cacheBuffer: 0
        currentIndex: root.screen.column
        highlightFollowsCurrentItem: false

        onCurrentIndexChanged: positionViewAtIndex(currentIndex, ListView.Contain)
        onFittingChanged: positionViewAtIndex(currentIndex, ListView.Contain)

        delegate: Line {
            width: lines.column
            height: lines.height
            screen: root.screen
        }
    }

    Column {
        anchors.horizontalCenter: lines.horizontalCenter
        anchors.verticalCenter: lines.verticalCenter
        width: lines.width - 2 * Theme.staffMargin
        visible: root.screen.nobodyIn
        spacing: Theme.staffGap

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            text: Icons.moon
            color: Theme.softInk
            font.pixelSize: Theme.length(72)
        }

        Words {
            width: parent.width
            text: qsTr("No doctor is in today, and nobody waits")
            color: Theme.softInk
            font.pixelSize: Theme.staffTitle
            horizontalAlignment: Text.AlignHCenter
        }
    }

    PlacePanel {
        id: panel

        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: root.side
        screen: root.screen
    }

    Toast {
        anchors.horizontalCenter: lines.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.staffGap
        words: QueueWords.said(root.screen.word)
        glyph: root.screen.word.refused ? Icons.circleAlert : Icons.circleCheck
        undoName: root.screen.word.undoable ? qsTr("Undo") : ""
        keys: "U"
        onUndo: root.screen.undo()
    }
}
