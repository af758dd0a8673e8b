import "../phone"

// A phone number that replaces the one that the clinic has.
Phone {
    title: qsTr("What is your new phone number?")
    lead: qsTr("We will reach you on it from now on.")
}
