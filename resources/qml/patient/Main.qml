pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../controls"

// The window: one page in front, at most one on its way out, and around them what is always there.
Window {
    id: root

    required property PatientShell shell
    property bool fullScreen: false
    property Loader front: first
    property Loader leaving: second
    readonly property bool festive: shell.current.festive

    function show(): void {
        const page = root.leaving;
        root.leaving = root.front;
        root.front = page;
        page.setSource(root.shell.current.page, {
            screen: root.shell.current
        });
        page.focus = true;
        slide.restart();
    }

    function emptied(): void {
        root.leaving.source = "";
        root.shell.pageGone();
    }

    title: qsTr("Check-in")
    flags: root.fullScreen ? Qt.Window | Qt.FramelessWindowHint | Qt.WindowStaysOnTopHint : Qt.Window
    visibility: root.fullScreen ? Window.FullScreen : Window.Windowed
    color: Theme.paper
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
        property: "logo"
        value: root.shell.logo
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
        value: root.shell.lowered
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

        function onArrived(): void {
            root.show();
        }
    }

    Item {
        id: stage

        anchors.fill: parent
        enabled: root.shell.secondsLeft === 0
        LayoutMirroring.enabled: root.shell.rightToLeft
        LayoutMirroring.childrenInherit: true

        Loader {
            id: first

            width: stage.width
            height: stage.height
            enabled: root.front === first
        }

        Loader {
            id: second

            width: stage.width
            height: stage.height
            enabled: root.front === second
        }

        Quiet {
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin - Theme.grid
            y: Theme.topMargin - (height - Theme.length(60)) / 2
            visible: !root.shell.speaking && !root.shell.serving && !root.festive
            enabled: visible
            glyph: Icons.languages
            name: root.shell.ownName
            onAct: root.shell.openLanguages()
        }

        AlwaysThere {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            shell: root.shell
            festive: root.festive
        }
    }

    ParallelAnimation {
        id: slide

        onFinished: root.emptied()

        NumberAnimation {
            target: root.front
            property: "x"
            from: root.width * (root.shell.backwards === root.shell.rightToLeft ? 1 : -1)
            to: 0
            duration: Theme.slide
            easing.type: Easing.OutCubic
        }
        NumberAnimation {
            target: root.leaving
            property: "x"
            from: 0
            to: root.width * (root.shell.backwards === root.shell.rightToLeft ? -1 : 1)
            duration: Theme.slide
            easing.type: Easing.OutCubic
        }
    }

    Loader {
        anchors.fill: parent
        active: root.shell.secondsLeft > 0
        focus: active
        source: active ? "MoreTime.qml" : ""
        LayoutMirroring.enabled: root.shell.rightToLeft
        LayoutMirroring.childrenInherit: true

        onLoaded: (item as MoreTime).shell = root.shell
    }

    Component.onCompleted: {
        first.setSource(root.shell.current.page, {
            screen: root.shell.current
        });
        first.focus = true;
    }
}
