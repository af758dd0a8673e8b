pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../controls"

// The staff's window: the rail, the line above, and one section in front; or the sign-in.
Window {
    id: root

    required property StaffShell shell
    property bool fullScreen: false

    function show(): void {
        if (root.shell.current)
            front.setSource("../" + root.shell.current.page, {
                screen: root.shell.current
            });
        else
            front.source = "";
    }

    title: root.shell.clinicName
    visibility: root.fullScreen ? Window.FullScreen : Window.Windowed
    color: Theme.paper
    LayoutMirroring.enabled: root.shell.rightToLeft
    LayoutMirroring.childrenInherit: true

    Binding {
        target: Theme
        property: "primaryColour"
        value: root.shell.primaryColour
    }
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
        property: "pixelsPerMm"
        value: root.shell.pixelsPerMm > 0 ? root.shell.pixelsPerMm : Screen.pixelDensity
    }
    Binding {
        target: Theme
        property: "highContrast"
        value: root.shell.highContrast
    }
    Binding {
        target: Theme
        property: "largerText"
        value: root.shell.largerText
    }
    Binding {
        target: Theme
        property: "lowered"
        value: false
    }
    Binding {
        target: Theme
        property: "still"
        value: root.shell.still
    }
    Binding {
        target: Theme
        property: "showFocus"
        value: root.shell.keyboard
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

    Connections {
        target: root.shell

        function onCurrentChanged(): void {
            root.show();
        }
    }

    Item {
        id: frame

        anchors.fill: parent
        visible: root.shell.isIn
        enabled: root.shell.secondsLeft === 0
        LayoutMirroring.enabled: root.shell.rightToLeft
        LayoutMirroring.childrenInherit: true

        Rail {
            id: rail

            anchors.left: parent.left
            anchors.top: parent.top
            anchors.bottom: parent.bottom
            width: Theme.staffRail
            shell: root.shell
        }

        StatusBar {
            id: status

            anchors.left: rail.right
            anchors.right: parent.right
            anchors.top: parent.top
            height: Theme.staffBar
            shell: root.shell
        }

        Loader {
            id: strip

            anchors.left: rail.right
            anchors.right: parent.right
            anchors.top: status.bottom
            visible: height > 0
        }

        Loader {
            id: front

            anchors.left: rail.right
            anchors.right: parent.right
            anchors.top: strip.bottom
            anchors.bottom: parent.bottom
            focus: true
            onLoaded: (item as Item).forceActiveFocus()
        }

        Toast {
            anchors.horizontalCenter: front.horizontalCenter
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.staffMargin
            glyph: Icons.circleAlert
            words: root.shell.faultShown ? qsTr("That could not be done. Nothing was changed.") : ""
            undoName: qsTr("All right")
            undoGlyph: ""
            onUndo: root.shell.dismissFault()
        }
    }

    Loader {
        anchors.fill: parent
        active: !root.shell.isIn
        focus: active
        LayoutMirroring.enabled: root.shell.rightToLeft
        LayoutMirroring.childrenInherit: true

        sourceComponent: SignIn {
            shell: root.shell
            focus: true
        }
        onLoaded: (item as Item).forceActiveFocus()
    }

    Loader {
        anchors.fill: parent
        active: root.shell.secondsLeft > 0
        LayoutMirroring.enabled: root.shell.rightToLeft
        LayoutMirroring.childrenInherit: true

        sourceComponent: StaffDialog {
            title: qsTr("Still there?")
            more: qsTr("You are signed out in %n seconds.", "", root.shell.secondsLeft)
            yesName: qsTr("Stay signed in")
            onYes: root.shell.stay()
            onNo: root.shell.stay()
        }
    }

    Component.onCompleted: {
        if (root.shell.strip)
            strip.setSource("../" + root.shell.strip.page, {
                screen: root.shell.strip
            });
        root.show();
    }
}
