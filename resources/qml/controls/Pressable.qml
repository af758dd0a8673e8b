import QtQuick

// What can be pressed: by finger, keyboard, or through accessibility. It acts on release inside, once, and ignores a
// long press. A finger's press shows at once.
Item {
    id: root

    required property string name
    property int role: Accessible.Button
    property bool checkable: false
    property bool checked: false
    property real radius: Theme.buttonRadius
    readonly property bool pressed: tap.pressed
    // How wide the ring of what has the focus is, and whether it lies inside: a list would cut it off.
    property real ring: Theme.focusStroke
    property bool ringInside: false

    signal act

    function press(): void {
        if (root.enabled)
            root.act();
    }

    activeFocusOnTab: true
    Accessible.role: root.role
    Accessible.name: root.name
    Accessible.focusable: true
    Accessible.checkable: root.checkable
    Accessible.checked: root.checked
    Accessible.onPressAction: root.press()
    Accessible.onToggleAction: root.press()
    Keys.onSpacePressed: event => {
        if (!event.isAutoRepeat)
            root.press();
    }
    Keys.onReturnPressed: event => {
        if (!event.isAutoRepeat)
            root.press();
    }
    Keys.onEnterPressed: event => {
        if (!event.isAutoRepeat)
            root.press();
    }

    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: Theme.longPressSeconds
        onTapped: root.press()
    }

    Rectangle {
        z: 1
        anchors.fill: parent
        anchors.margins: root.ringInside ? 0 : -root.ring
        visible: root.activeFocus && Theme.showFocus
        color: "transparent"
        radius: root.ringInside ? root.radius : root.radius + root.ring
        border.width: root.ring
        border.color: Theme.focus
    }
}
