import "../phone"

// The phone number of somebody who waits; or their ticket's code.
Phone {
    title: qsTr("Your phone number?")
    lead: qsTr("Or hold the square code of your ticket in front of the scanner.")
    problem: qsTr("We could not find your place with that. Please check it and try again.")
}
