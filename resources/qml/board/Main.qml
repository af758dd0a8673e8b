pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../controls"

// The waiting room's window: who is called, large, and every line's wait beside it or below.
Window {
    id: root

    required property BoardShell shell
    property bool fullScreen: false

    title: root.shell.clinicName
    flags: root.fullScreen ? Qt.Window | Qt.FramelessWindowHint | Qt.WindowStaysOnTopHint : Qt.Window
    visibility: root.fullScreen ? Window.FullScreen : Window.Windowed
    color: Theme.boardGround
    LayoutMirroring.enabled: root.shell.rightToLeft
    LayoutMirroring.childrenInherit: true

    Binding {
        target: Theme
        property: "windowWidth"
        value: root.width
    }
    Binding {
        target: Theme
        property: "windowHeight"
        value: root.height
    }
    Binding {
        target: Theme
        property: "primaryColour"
        value: root.shell.primaryColour
    }
    Binding {
        target: Theme
        property: "still"
        value: root.shell.still
    }
    Binding {
        target: Theme
        property: "rightToLeft"
        value: root.shell.rightToLeft
    }
    Binding {
        target: Theme
        property: "locale"
        value: root.shell.locale
    }

    Item {
        id: stage

        anchors.fill: parent
        LayoutMirroring.enabled: root.shell.rightToLeft
        LayoutMirroring.childrenInherit: true

        Calls {
            id: calls

            anchors.left: parent.left
            anchors.top: parent.top
            width: Theme.wide ? Math.round(parent.width * 0.6) : parent.width
            height: Theme.wide ? parent.height : Math.round(parent.height * 0.54)
            shell: root.shell
        }

        Lines {
            anchors.left: Theme.wide ? calls.right : parent.left
            anchors.right: parent.right
            anchors.top: Theme.wide ? parent.top : calls.bottom
            anchors.bottom: parent.bottom
            shell: root.shell
            updated: calls.updated
        }

        Stale {
            anchors.fill: parent
            shell: root.shell
        }
    }
}
