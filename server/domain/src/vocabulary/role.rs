//! Roles of staff.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

crate::text_enum! {
    /// A role that an account may have. Members need none.
    pub enum Role {
        ContractManager = "contract-manager",
        Support = "support",
        Administrator = "administrator",
    }
}

impl Serialize for Role {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Role {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(de::Error::custom)
    }
}
