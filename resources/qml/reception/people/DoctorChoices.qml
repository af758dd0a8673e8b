pragma ComponentBehavior: Bound

import QtQuick
import Anteroom.Screens
import "../../controls"

// For whom somebody waits: chosen by the arrow keys, or by a press.
FocusScope {
    id: root

    required property Rows doctors
    required property int chosen

    signal choose(doctor: int)

    function move(by: int): void {
        const place = root.doctors.placeOf(root.chosen) + by;
        if (place >= 0 && place < root.doctors.rowCount())
            root.choose(root.doctors.keyAt(place));
    }

    implicitHeight: flow.implicitHeight
    activeFocusOnTab: true
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Waits for")
    Accessible.focusable: true
    Keys.onRightPressed: root.move(Theme.rightToLeft ? -1 : 1)
    Keys.onLeftPressed: root.move(Theme.rightToLeft ? 1 : -1)
    Keys.onDownPressed: root.move(1)
    Keys.onUpPressed: root.move(-1)

    Rectangle {
        anchors.fill: flow
        anchors.margins: -Theme.length(8)
        visible: root.activeFocus && Theme.showFocus
        color: "transparent"
        radius: Theme.staffRadius
        border.width: Theme.staffFocus
        border.color: Theme.focus
    }

    Flow {
        id: flow

        width: parent.width
        spacing: Theme.length(10)

        Repeater {
            model: root.doctors

            Chip {
                required property int key
                required property string doctor

                activeFocusOnTab: false
                height: Theme.length(54)
                fontSize: Theme.staffNote
                name: key === 0 ? qsTr("whoever is free") : doctor
                checked: root.chosen === key
                onAct: root.choose(key)
            }
        }
    }
}
