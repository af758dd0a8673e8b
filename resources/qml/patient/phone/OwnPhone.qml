// The phone number of somebody who may have none.
Phone {
    lead: qsTr("So that we can reach you. You can leave it out.")
    primaryName: screen.phone === "" ? qsTr("Skip") : qsTr("Continue")
    primaryEnabled: screen.phone === "" || screen.complete
}
