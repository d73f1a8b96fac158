// Prints the folder of the Node that runs the product, for shell scripts that put it first on their PATH.
import { dirname } from 'node:path'
import { nodeOfProduct } from './setup.mjs'

process.stdout.write(dirname(nodeOfProduct() ?? process.execPath))
