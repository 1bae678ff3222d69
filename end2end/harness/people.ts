/** People and companies for the journeys, new each time: journeys share one portal. */
import { randomInt, randomUUID } from "node:crypto";

export interface Person {
  firstName: string;
  lastName: string;
  email: string;
  password: string;
}

export interface Company {
  legalName: string;
  /** Fourteen characters, letters among them, with right check digits and without the mask. */
  cnpj: string;
  groupName: string;
  email: string;
  phone: string;
}

export function newPerson(): Person {
  return {
    firstName: "Marina",
    lastName: "Queiroz",
    email: `marina-${randomUUID()}@empresa.example.com`,
    password: "Fila 7, guichê Azul",
  };
}

export function newCompany(): Company {
  const mark = randomUUID().slice(0, 8);
  return {
    legalName: `Empresa ${mark} Ltda.`,
    cnpj: newCnpj(),
    groupName: `Empresa ${mark} Pagamentos`,
    email: `contato-${mark}@empresa.example.com`,
    phone: "(11) 98765-4321",
  };
}

const CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

function newCnpj(): string {
  // The first one is a letter: a CNPJ of digits alone would be of the older format.
  const root = ["A", ...Array.from({ length: 11 }, () => CHARACTERS[randomInt(CHARACTERS.length)])].join("");
  const first = checkDigit(root);
  return `${root}${first}${checkDigit(`${root}${first}`)}`;
}

/** IN RFB 2.229/2024: weights 2 to 9 from the right, over and over; a character counts its code less 48. */
function checkDigit(characters: string): number {
  const sum = [...characters]
    .reverse()
    .reduce((total, character, index) => total + (character.charCodeAt(0) - 48) * (2 + (index % 8)), 0);
  const remainder = sum % 11;
  return remainder < 2 ? 0 : 11 - remainder;
}
